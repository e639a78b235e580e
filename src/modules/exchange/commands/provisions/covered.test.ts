import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const day = 86_400_000;
const later = (n: number): Date => new Date(noon.getTime() + n * day);
beforeAll(async () => {
  world = await buildWorld(noon);
  for (const who of [...members, ...others])
    await world.call(who, 'POST', '/api/introductions', { hub: seat('agency.jpcert') });
});
beforeEach(() => world.clock.set(noon));
afterAll(() => world.close());

const members = ['operator.power-a', 'operator.power-b', 'operator.power-c', 'operator.water-a'];
const others = ['operator.power-d'];
const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const bodyOf = (who: string): string => world.people.get(who)?.body ?? '';
const agreed = async (who: string, more: object = {}, hub = 'agency.jpcert', answer = true): Promise<string> => {
  const made = await world.call(hub, 'POST', '/api/agreements', {
    seat: seat(who),
    kinds: ['early-warning'],
    version: '1',
    text: '対策のためにだけ用いる。',
    from: noon.toISOString(),
    until: later(100).toISOString(),
    signedBy: '見本一郎（架空）',
    ...more,
  });
  expect([made.status, made.body.reason]).toEqual([201, undefined]);
  if (answer) {
    const path = `/api/agreements/${made.body.id}/answer`;
    const said = await world.call(who, 'POST', path, {
      accept: true,
      hash: made.body.hash,
      signedBy: '見本花子（架空）',
    });
    expect(said.status).toBe(200);
  }
  return made.body.id;
};
const draft = (to: object, more: object = {}, by = 'agency.jpcert') =>
  world.call(by, 'POST', '/api/provisions', {
    title: '遠隔操作の口をねらう通信',
    body: '記録を確かめてください。',
    kind: 'early-warning',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    tempo: 'direct',
    audience: to,
    ...more,
  });
const preview = async (id: string, by = 'agency.jpcert') =>
  (await world.call(by, 'GET', `/api/provisions/${id}/audience`)).body as {
    recipients: { body: { id: string }; why: string; via: string | null }[];
    leftOut: { body: { id: string }; why: string }[];
    count: number;
  };
const approve = async (id: string, by = 'agency.chief') => {
  const { warnings } = (await world.call(by, 'GET', `/api/provisions/${id}/audience`)).body;
  const accept = warnings.map(({ key }: { key: string }) => ({ key, reason: '確かめた。' }));
  return world.call(by, 'POST', `/api/provisions/${id}/approval`, { accept });
};
const send = (id: string, by = 'agency.jpcert') => world.call(by, 'POST', `/api/provisions/${id}/dispatch`);
const reached = async (id: string): Promise<string[]> => {
  const saw: string[] = [];
  for (const who of world.people.keys())
    if ((await world.call(who, 'GET', `/api/provisions/${id}`)).status === 200) saw.push(who);
  return saw.sort();
};

describe('an early warning', () => {
  it('goes straight to those whom an agreement covers, and says why the others are left out', async () => {
    await agreed('operator.power-a');
    await agreed('operator.power-b', {}, 'agency.jpcert', false);
    await agreed('ceptoar.power', { kinds: ['hub-item'] });
    const to = { circles: ['ceptoar.power'], bodies: ['ceptoar.water', bodyOf('operator.power-a')] };
    const made = await draft(to);
    expect([made.status, made.body.reason]).toEqual([201, undefined]);
    const shown = await preview(made.body.id);
    expect(shown.recipients.map((r) => [r.body.id, r.why])).toEqual([[bodyOf('operator.power-a'), 'named']]);
    expect(new Map(shown.leftOut.map((l) => [l.body.id, l.why]))).toEqual(
      new Map([
        [bodyOf('operator.power-b'), 'not-accepted'],
        [bodyOf('ceptoar.power'), 'other-kind'],
        [bodyOf('ceptoar.water'), 'no-agreement'],
      ]),
    );
    expect((await approve(made.body.id)).status).toBe(200);
    expect((await send(made.body.id)).body.recipients).toBe(1);
    await world.settle();
    expect(await reached(made.body.id)).toEqual(['agency.chief', 'agency.jpcert', 'operator.power-a']);
    const facts = await world.admin.query(
      `select fact from journal.entry where subject = $1 and fact like '%.dispatched'`,
      [made.body.item],
    );
    expect(facts.rows.map((r) => r.fact)).toEqual(['early-warning.dispatched']);
    const inbox = (await world.call('operator.power-a', 'GET', '/api/inbox')).body.items[0];
    expect(inbox.due).not.toBeNull();
    const row = await world.admin.query('select delivered_at, overseer, via from circulation.receipt where id = $1', [
      inbox.receipt,
    ]);
    expect(row.rows[0]).toMatchObject({ overseer: null, via: seat('agency.jpcert') });
    expect(row.rows[0].delivered_at).not.toBeNull();
  });

  it('does not reach whom the agreement stopped covering between preview and sending', async () => {
    await agreed('operator.power-c', { until: later(1).toISOString() });
    await agreed('operator.water-a', { until: later(50).toISOString() });
    const made = await draft({ circles: [], bodies: [bodyOf('operator.power-c'), bodyOf('operator.water-a')] });
    expect((await preview(made.body.id)).count).toBe(2);
    await approve(made.body.id);
    world.clock.set(later(1));
    const now = await preview(made.body.id);
    expect(now.leftOut.map((l) => [l.body.id, l.why])).toEqual([[bodyOf('operator.power-c'), 'expired']]);
    expect((await send(made.body.id)).body.recipients).toBe(now.count);
    expect(await reached(made.body.id)).toEqual(['agency.chief', 'agency.jpcert', 'operator.water-a']);
  });

  it('is not sent when nobody is covered any more', async () => {
    const id = await agreed('operator.power-d', { until: later(3).toISOString() });
    const made = await draft({ circles: [], bodies: [bodyOf('operator.power-d')] });
    await approve(made.body.id);
    await world.call('operator.power-d', 'POST', `/api/agreements/${id}/end`, { reason: '体制を改めるため' });
    expect((await send(made.body.id)).body.reason).toBe('audience-empty');
    expect(await reached(made.body.id)).toEqual(['agency.chief', 'agency.jpcert']);
  });

  it('cannot be turned into a warning to everybody by its kind, its tempo, or SQL of its own', async () => {
    expect((await draft({ circles: ['sector.electricity'] }, { kind: 'warning' })).body.reason).toBe(
      'kind-begins-elsewhere',
    );
    expect((await draft({ circles: ['sector.electricity'] }, { tempo: 'relay' })).body.reason).toBe('tempo-not-on-way');
    expect((await draft({ circles: ['sector.electricity'] }, {}, 'cs.duty')).body.reason).toBe('kind-begins-elsewhere');
    const made = await draft({ circles: ['sector.electricity'], bodies: [] });
    const edited = await world.call('agency.jpcert', 'PATCH', `/api/provisions/${made.body.id}`, { kind: 'advisory' });
    expect(edited.body.reason).toBe('kind-begins-elsewhere');
    const { sql } = await import('kysely');
    const { tokenHash } = await import('../../../../platform/acting.ts');
    await expect(
      world.db.transaction().execute(async (tx) => {
        const hash = tokenHash(world.people.get('agency.jpcert')?.token ?? '');
        await sql`select * from acting.begin(${hash}, null, ${noon})`.execute(tx);
        await sql`delete from circulation.tier where item = ${made.body.item}`.execute(tx);
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from circulation.recipients(${made.body.item}, ${noon})`.execute(tx);
        expect(rows[0]?.n).toBe(0);
        await sql`insert into circulation.tier (item, position, capacity, scope) values (${made.body.item}, 1, 'operator', 'above')`.execute(
          tx,
        );
      }),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('tells a hub nothing of names that it does not know', async () => {
    const traces = async (name: string) =>
      (
        await world.call(
          'agency.jpcert',
          'GET',
          `/api/provisions/${(await draft({ circles: [], bodies: [bodyOf('operator.power-a')] }, { body: `${name}の件` })).body.id}/audience`,
        )
      ).body.warnings;
    expect(await traces('架空power-f株式会社')).toEqual([]);
    expect(await traces('架空power-a株式会社')).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'trace', what: 'name' })]),
    );
  });
});

it('the centre asks and tells exactly those cyberspace businesses it has agreed with', async () => {
  const to = { circles: [], bodies: [bodyOf('business.cloud'), bodyOf('agency.ipa')] };
  const notice = { kind: 'partner-notice', title: '障害の照会' };
  const early = await draft(to, notice, 'cs.duty');
  expect((await preview(early.body.id, 'cs.duty')).count).toBe(0);
  expect((await approve(early.body.id, 'cs.chief')).body.reason).toBe('audience-empty');
  await agreed('business.cloud', { kinds: ['partner-notice'] }, 'cs.chief');
  expect((await approve(early.body.id, 'cs.chief')).status).toBe(200);
  expect((await send(early.body.id, 'cs.duty')).body.recipients).toBe(1);
  expect(await reached(early.body.id)).toEqual(['business.cloud', 'cs.chief', 'cs.duty']);
  const measures = (await world.call('cs.chief', 'GET', '/api/measures')).body.items;
  const evidence = measures.find((m: { label: string }) => m.label === 'ウ-g').evidence;
  expect(evidence).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ fact: 'agreement.concluded', count: 1 }),
      expect.objectContaining({ fact: 'agreement.invoked', count: 1 }),
    ]),
  );
});
