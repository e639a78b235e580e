/** Electricity with any number of operators, told in SQL: what the tests of faults and the benches stand on alike. */

/** The key of the nth operator, and of the offices by name. */
export const keyOf = (who: number | 'duty' | 'chief' | 'ministry' | 'ceptoar'): string => `key-of-somebody-${who}`;

/** The offices that a programme’s founding puts into place, for a house that has not been founded. */
export const offices = `
  insert into parties.sector values ('electricity', '電力', 'Electricity', 1, 5);
  insert into parties.body (key, kind, name_ja, name_en, open, fictitious, valid_from)
    select key, kind, '架空' || key, 'Fictitious ' || key, true, true, '2014-01-01'
      from (values ('cs', 'ministry'), ('meti', 'ministry'), ('ceptoar.power', 'ceptoar')) x (key, kind);
  insert into parties.seat (body, capacity, valid_from)
    select b.id, x.capacity, '2014-01-01'
      from (values ('cs', 'cabinet-secretariat'), ('meti', 'sector-ministry'), ('ceptoar.power', 'ceptoar')) x (key, capacity)
      join parties.body b on b.key = x.key;
  insert into parties.circle (key, kind, sector, name_ja, name_en, secretariat, valid_from)
    select x.key, x.kind, 'electricity', x.key, x.key, case x.kind when 'ceptoar' then s.id end, '2014-01-01'
      from (values ('ceptoar.power', 'ceptoar'), ('sector.electricity', 'sector')) x (key, kind), parties.seat s
     where s.capacity = 'ceptoar';
  insert into parties.body_sector (body, sector, valid_from)
    select body, 'electricity', '2014-01-01' from parties.seat where capacity = 'ceptoar';
  insert into parties.supervision (body, seat, sector, valid_from)
    select c.body, m.id, 'electricity', '2014-01-01' from parties.seat c, parties.seat m
     where c.capacity = 'ceptoar' and m.capacity = 'sector-ministry';
`;

/** Sits one person with a key in each office, and adds the operators, each with a person and a key. One session. */
export const people = (operators: number): string => `
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
    select sha256(convert_to('key-of-somebody-' || who, 'UTF8')), 'key', person, seat, 1, now(), '2100-01-01' from everyone;
  insert into parties.body_sector (body, sector, valid_from) select body, 'electricity', '2014-01-01' from firm;
  insert into parties.membership (circle, body, valid_from)
    select c.id, f.body, '2014-01-01' from firm f, parties.circle c where c.key in ('ceptoar.power', 'sector.electricity');
  insert into parties.supervision (body, seat, sector, circle, valid_from)
    select f.body, o.seat, 'electricity', case when o.who = 'ceptoar' then c.id end, '2014-01-01'
      from firm f, office o, parties.circle c where c.key = 'ceptoar.power' and o.who in ('ministry', 'ceptoar');
`;

/** Asks a door with a key. */
type Ask = (
  key: string,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
) => Promise<{ status: number; body: unknown }>;

const good = (reply: { status: number; body: unknown }, status: number): void => {
  if (reply.status !== status) throw new Error(`${reply.status}: ${JSON.stringify(reply.body)}`);
};

/** Drafts a provision to the whole circle, has it approved, and gives its id. */
export const readyToSend = async (ask: Ask): Promise<string> => {
  const draft = await ask(keyOf('duty'), 'POST', '/api/provisions', {
    title: '点検のお願い',
    body: '通信の記録を確かめてください。',
    kind: 'warning',
    tempo: 'direct',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    audience: { circles: ['ceptoar.power'], bodies: [] },
  });
  good(draft, 201);
  const { id } = draft.body as { id: string };
  good(await ask(keyOf('chief'), 'POST', `/api/provisions/${id}/approval`), 200);
  return id;
};

/** Sends it as well. */
export const sent = async (ask: Ask): Promise<string> => {
  const id = await readyToSend(ask);
  good(await ask(keyOf('duty'), 'POST', `/api/provisions/${id}/dispatch`), 200);
  return id;
};

/** One operator's receipt of a provision, and the key that may acknowledge it. */
export interface Due {
  readonly receipt: string;
  readonly key: string;
}

type Rows = (sql: string, values: unknown[]) => Promise<readonly { receipt: string; n: string }[]>;

/** The receipts of all operators of a provision, shuffled. */
export const duesOf = async (rows: Rows, provision: string): Promise<Due[]> =>
  (
    await rows(
      `select r.id as receipt, substr(b.key, 6) as n from circulation.receipt r join circulation.item i on i.id = r.item
         join parties.body b on b.id = r.body where i.subject = $1 and b.key like 'firm-%' order by random()`,
      [provision],
    )
  ).map((it) => ({ receipt: it.receipt, key: keyOf(Number(it.n)) }));
