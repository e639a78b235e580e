import type { House } from './house.ts';

/** How many operators the sector has; with its ministry and its CEPTOAR a provision reaches two more. */
export const operators = 400;
export const recipients = operators + 2;

/** The key of the nth operator, and of the two at the centre by name. */
export const keyOf = (who: number | 'duty' | 'chief'): string => `fault-key-of-somebody-${who}`;

const token = `sha256(convert_to('fault-key-of-somebody-' || who, 'UTF8'))`;

/** Fills the offices that the programme puts into place and adds the operators of electricity, each with a person and a key. */
export const populate = async (house: House): Promise<void> => {
  await house.rows(`
    create temporary table office as
      select s.id as seat, s.body, s.capacity, x.role, x.who, gen_random_uuid() as person
        from (values ('cs', 'cabinet-secretariat', 'duty', 'duty'), ('cs', 'cabinet-secretariat', 'chief', 'chief'),
                     ('meti', 'sector-ministry', 'officer', 'ministry'), ('ceptoar.power', 'ceptoar', 'officer', 'ceptoar'))
             x (key, capacity, role, who)
        join parties.body b on b.key = x.key join parties.seat s on s.body = b.id and s.capacity = x.capacity;
    create temporary table firm as
      select gen_random_uuid() as seat, gen_random_uuid() as body, 'operator' as capacity, 'officer' as role, n::text as who,
             gen_random_uuid() as person from generate_series(1, ${operators}) n;
    insert into parties.body (id, key, kind, name_ja, name_en, fictitious, valid_from)
      select body, 'firm-' || who, 'operator', '架空電力' || who, 'Fictitious Power ' || who, true, '2014-01-01' from firm;
    insert into parties.seat (id, body, capacity, valid_from) select seat, body, capacity, '2014-01-01' from firm;
    create temporary table everyone as select * from office union all select * from firm;
    insert into parties.person (id, name_ja, name_en, email, created_at)
      select person, '架空' || who, 'Fictitious ' || who, who || '@example.test', now() from everyone;
    insert into acting.epoch (person) select person from everyone;
    insert into acting.holder select seat, person, body, capacity, role, '2014-01-01', null from everyone;
    insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until)
      select ${token}, 'key', person, seat, 1, now(), '2100-01-01' from everyone;
    insert into parties.body_sector (body, sector, valid_from) select body, 'electricity', '2014-01-01' from firm;
    insert into parties.membership (circle, body, valid_from)
      select c.id, f.body, '2014-01-01' from firm f, parties.circle c where c.key in ('ceptoar.power', 'sector.electricity');
    insert into parties.supervision (body, seat, sector, circle, valid_from)
      select f.body, o.seat, 'electricity', case when o.who = 'ceptoar' then c.id end, '2014-01-01'
        from firm f, office o, parties.circle c where c.key = 'ceptoar.power' and o.who in ('ministry', 'ceptoar');
  `);
  await house.rows('analyze');
};

const good = (reply: { status: number; body: unknown }, status: number): void => {
  if (reply.status !== status) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`);
};

/** Drafts a provision to the whole circle, has it approved, and gives its id. */
export const readyToSend = async (house: House): Promise<string> => {
  const draft = await house.ask('POST', '/api/provisions', {
    key: keyOf('duty'),
    body: {
      title: '点検のお願い',
      body: '通信の記録を確かめてください。',
      kind: 'warning',
      tempo: 'direct',
      handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
      audience: { circles: ['ceptoar.power'], bodies: [] },
    },
  });
  good(draft, 201);
  const id = draft.body['id'] as string;
  good(await house.ask('POST', `/api/provisions/${id}/approval`, { key: keyOf('chief') }), 200);
  return id;
};

/** One operator's receipt of a provision, and the key that may acknowledge it. */
export interface Due {
  readonly receipt: string;
  readonly key: string;
}

/** Sends a provision and gives the receipts of all operators, shuffled. */
export const sentToAll = async (house: House): Promise<{ provision: string; dues: Due[] }> => {
  const provision = await readyToSend(house);
  good(await house.ask('POST', `/api/provisions/${provision}/dispatch`, { key: keyOf('duty') }), 200);
  const rows = await house.rows<{ receipt: string; n: string }>(
    `select r.id as receipt, substr(b.key, 6) as n from circulation.receipt r join circulation.item i on i.id = r.item
       join parties.body b on b.id = r.body where i.subject = $1 and b.key like 'firm-%' order by random()`,
    [provision],
  );
  return { provision, dues: rows.map((it) => ({ receipt: it.receipt, key: keyOf(Number(it.n)) })) };
};
