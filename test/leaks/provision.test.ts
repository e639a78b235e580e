import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../world.ts';
import * as seeing from './seeing.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { provision, secret } = seeing;
const person = (name: string) => seeing.person(world, name);
const submit = (who: string, more: object = {}) => seeing.submit(world, who, more);
const rowsOf = (who: string, query: Parameters<typeof seeing.rowsOf>[2]) => seeing.rowsOf(world, who, query);
const reading = (who: string) => seeing.reading(world, who);
const everyone = (): string[] => [...world.people.keys()];

describe('the planner of the Cabinet Secretariat', () => {
  it('sees figures and nothing that circulates to the duty desk of the same body', async () => {
    const id = await submit('operator.power-a');
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    const draft = (await world.call('cs.duty', 'POST', '/api/provisions', { ...provision, title: secret })).body.id;
    expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).status).toBe(200);
    const read = await reading('cs.planner');
    for (const hidden of [secret, id, draft]) expect(read).not.toContain(hidden);
    for (const door of ['inbox', 'reports', 'provisions'])
      expect((await world.call('cs.planner', 'GET', `/api/${door}`)).body.items).toEqual([]);
    expect((await world.call('cs.planner', 'GET', '/api/waiting')).body).toMatchObject({ reports: 0, provisions: 0 });
    for (const path of [`reports/${id}`, `provisions/${draft}`])
      expect((await world.call('cs.planner', 'GET', `/api/${path}`)).status).toBe(404);
    for (const table of ['circulation.item', 'circulation.receipt', 'circulation.reach', 'exchange.report_version'])
      expect([table, await rowsOf('cs.planner', sql`select * from ${sql.table(table)}`)]).toEqual([table, []]);
    const counted = async (who: string) =>
      ((await world.call(who, 'GET', '/api/measures')).body as { scope?: string }).scope;
    expect(await counted('cs.planner')).toBe(await counted('cs.duty'));
    expect(await counted('cs.planner')).not.toBe(await counted('agency.ipa'));
    // A figure needs no content: what came to the desk of its own body counts for the planner too.
    const relayed = async (who: string): Promise<number> => {
      const { body } = await world.call(who, 'GET', '/api/measures');
      const items = body.items as { label: string; evidence: { fact: string; count: number }[] }[];
      const proof = items.find((it) => it.label === 'エ-c')?.evidence;
      return proof?.find((it) => it.fact === 'report.relayed')?.count ?? 0;
    };
    expect(await relayed('cs.planner')).toBe(await relayed('cs.duty'));
    expect(await relayed('cs.planner')).toBeGreaterThan(0);
  });
});

describe('a provision', () => {
  const approved = async (more: object = {}): Promise<string> => {
    const made = await world.call('cs.duty', 'POST', '/api/provisions', { ...provision, ...more });
    expect(
      (await world.call('cs.chief', 'POST', `/api/provisions/${made.body.id}/approval`)).status,
      JSON.stringify(made.body),
    ).toBe(200);
    return made.body.id;
  };
  const act = (who: string, id: string, what: string) => world.call(who, 'POST', `/api/provisions/${id}/${what}`);

  it('holds nothing that leads to what it was made from, for anybody but its desk', async () => {
    const source = await submit('operator.power-f');
    await world.call('ministry.meti', 'POST', `/api/reports/${source}/relay`);
    const id = await approved({ derivedFrom: [source] });
    expect((await act('cs.duty', id, 'dispatch')).status).toBe(200);
    for (const who of everyone().filter((it) => !it.startsWith('cs.'))) {
      const shown = await world.call(who, 'GET', `/api/provisions/${id}`);
      expect([who, JSON.stringify(shown.body).includes(source)]).toEqual([who, false]);
      expect([
        who,
        await rowsOf(
          who,
          sql`select item from exchange.provision_origin union all select item from exchange.provision_work union all select item from exchange.approval`,
        ),
      ]).toEqual([who, []]);
      expect([who, await rowsOf(who, sql`select item from circulation.audience`)]).toEqual([who, []]);
    }
    expect((await world.call('operator.water-a', 'GET', `/api/provisions/${id}`)).body.reason).toBe('not-found');
  });

  it('is approved by nobody who had a hand in it, in whatever order', async () => {
    const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', provision)).body;
    expect((await act('cs.duty', id, 'approval')).body.reason).toBe('needs-second-person');
    expect((await world.call('cs.chief', 'PATCH', `/api/provisions/${id}`, { title: '直した' })).status).toBe(200);
    expect((await act('cs.chief', id, 'approval')).body.reason).toBe('needs-second-person');
    expect((await act('cs.duty', id, 'dispatch')).body.reason).toBe('needs-second-person');
    const own = (await world.call('cs.chief', 'POST', '/api/provisions', provision)).body.id;
    expect((await act('cs.chief', own, 'approval')).body.reason).toBe('needs-second-person');
    expect((await act('cs.duty', own, 'approval')).body.reason).toBe('needs-second-person');
    await expect(
      rowsOf(
        'cs.chief',
        sql`insert into exchange.approval (item, revision, seat, person, at)
      select item, revision, ${person('cs.chief').seat}, ${person('cs.chief').person}, now()
        from exchange.provision_work where item = (select item from exchange.provision_version where provision = ${own})`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('that was changed after it was approved needs approval again', async () => {
    const id = await approved();
    expect((await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { body: '別の文' })).status).toBe(200);
    expect((await act('cs.duty', id, 'dispatch')).body.reason).toBe('needs-second-person');
    expect((await act('cs.chief', id, 'approval')).status).toBe(200);
    expect((await world.call('cs.chief', 'PATCH', `/api/provisions/${id}`, { body: '統括の文' })).status).toBe(200);
    expect((await act('cs.chief', id, 'approval')).body.reason).toBe('needs-second-person');
    expect((await act('cs.chief', id, 'dispatch')).body.reason).toBe('needs-second-person');
  });

  it('sent by two at once is sent once, and can no longer be changed', async () => {
    const id = await approved();
    const both = await Promise.all([
      act('cs.duty', id, 'dispatch'),
      act('cs.chief', id, 'dispatch'),
      act('cs.duty', id, 'dispatch'),
      world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { body: '遅れた直し' }),
    ]);
    const sent = both.slice(0, 3);
    expect(both[3]?.status === 200 ? 0 : 1).toBe(sent.filter((r) => r.status === 200).length);
    expect(
      sent
        .filter((r) => r.status !== 200)
        .every((r) => ['already-sent', 'needs-second-person'].includes(r.body.reason)),
    ).toBe(true);
    const { rows } = await world.admin.query(
      'select count(*)::int as n, count(distinct seat)::int as seats from circulation.receipt r join circulation.item i on i.id = r.item where i.subject = $1',
      [id],
    );
    expect(rows[0].n).toBe(rows[0].seats);
    if (sent.some((r) => r.status === 200))
      expect((await world.call('cs.duty', 'PATCH', `/api/provisions/${id}`, { title: 'x' })).body.reason).toBe(
        'already-sent',
      );
  });
});
