import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../world.ts';
import * as seeing from './seeing.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const { report, secret } = seeing;
const person = (name: string) => seeing.person(world, name);
const submit = (who: string, more: object = {}) => seeing.submit(world, who, more);
const rowsOf = (who: string, query: Parameters<typeof seeing.rowsOf>[2]) => seeing.rowsOf(world, who, query);
const everyone = (): string[] => [...world.people.keys()];
const reading = (who: string) => seeing.reading(world, who);
const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

describe('a report', () => {
  it('changes nothing that anybody reads whom it did not reach: not a list, a count, a figure, an order or an ETag', async () => {
    const concerned = new Set(['operator.power-a', 'ministry.meti']);
    const others = everyone().filter((who) => !concerned.has(who));
    const before = await Promise.all(others.map(reading));
    const id = await submit('operator.power-a');
    await world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/return`, { question: '何台ですか' });
    await world.settle();
    const after = await Promise.all(others.map(reading));
    for (const [i, who] of others.entries()) expect([who, after[i]]).toEqual([who, before[i]]);
  });

  it('leaves no row of its own before anybody else, in any table', async () => {
    const id = await submit('operator.power-b');
    for (const who of everyone().filter((it) => !['operator.power-b', 'ministry.meti'].includes(it))) {
      for (const query of [
        sql`select * from exchange.report where id = ${id}`,
        sql`select * from exchange.source where report = ${id}`,
        sql`select * from exchange.source_reader where report = ${id}`,
        sql`select * from exchange.report_version where report = ${id}`,
        sql`select * from circulation.item where subject = ${id}`,
        sql`select * from exchange.message where report = ${id}`,
        sql`select e.id from journal.entry e where e.fact = 'report.submitted' and not exists (select from exchange.report_version v where v.item = e.subject)`,
        sql`select r.id from circulation.receipt r left join circulation.item i on i.id = r.item where i.id is null`,
        sql`select key from platform.idempotency where seat <> ${person(who).seat}`,
      ])
        expect([who, await rowsOf(who, query)]).toEqual([who, []]);
    }
  });

  it('names its source to nobody at the centre: in no answer, id, link or row', async () => {
    const id = await submit('operator.power-c', {
      answers: { operatorName: '架空power-c株式会社', place: '第二変電所' },
    });
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, { note: '確認中' });
    const { body, seat } = person('operator.power-c');
    for (const who of ['cs.duty', 'cs.chief']) {
      const shown = await world.call(who, 'GET', `/api/reports/${id}`);
      expect(shown.body.source).toBeNull();
      for (const word of [body, seat, person('operator.power-c').person, 'power-c', '人物operator.power-c'])
        expect([who, JSON.stringify(shown.body).includes(word)]).toEqual([who, false]);
      expect(await rowsOf(who, sql`select * from exchange.source`)).toEqual([]);
      expect(await rowsOf(who, sql`select * from journal.actor a where a.seat <> ${person(who).seat}`)).toEqual([]);
      expect(await rowsOf(who, sql`select e.id from journal.entry e where e.detail::text like ${`%${body}%`}`)).toEqual(
        [],
      );
    }
  });

  it('looks the same at the centre whatever goes on at the source’s side, down to the ETag', async () => {
    const id = await submit('operator.power-d');
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`);
    const see = () => world.call('cs.duty', 'GET', `/api/reports/${id}`);
    await see();
    const before = await see();
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/return`, { question: '何台ですか' });
    await world.call('operator.power-d', 'POST', `/api/reports/${id}/messages`, { text: '三台です' });
    await world.call('operator.power-d', 'POST', `/api/reports/${id}/versions`, {
      stage: 'follow-up',
      summary: '続き',
    });
    const after = await see();
    expect([after.headers.get('etag'), after.body]).toEqual([before.headers.get('etag'), before.body]);
    const unchanged = await world.call('cs.duty', 'GET', `/api/reports/${id}`, undefined, {
      'if-none-match': before.headers.get('etag') ?? '',
    });
    expect(unchanged.status).toBe(304);
    expect((await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).headers.get('etag')).not.toBe(
      before.headers.get('etag'),
    );
    expect(
      (
        await world.call('operator.power-e', 'GET', `/api/reports/${id}`, undefined, {
          'if-none-match': before.headers.get('etag') ?? '',
        })
      ).status,
    ).toBe(404);
  });

  it('of one seat of METI is not there for the other, who is the same person', async () => {
    const id = await submit('operator.power-e');
    expect((await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).status).toBe(200);
    expect((await world.call('security.meti', 'GET', `/api/reports/${id}`)).status).toBe(404);
    expect(await rowsOf('security.meti', sql`select id from circulation.receipt`)).toEqual([]);
    const draftId = crypto.randomUUID();
    expect(
      (
        await world.call('ministry.meti', 'PUT', `/api/drafts/${draftId}`, {
          kind: 'report',
          content: { title: secret },
        })
      ).status,
    ).toBe(200);
    expect((await world.call('security.meti', 'GET', `/api/drafts/${draftId}`)).status).toBe(404);
    expect(await reading('security.meti')).not.toContain(secret);
  });

  it('has ids that count nothing and order nothing', async () => {
    const made = await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        world.call(`operator.power-${'abcdef'[i % 6]}`, 'POST', '/api/reports', report),
      ),
    );
    const ids = made.flatMap((r) => [r.body.id as string, r.body.version as string]);
    for (const id of ids) expect(id).toMatch(version4);
    expect(ids).not.toEqual([...ids].sort());
    expect(new Set(made.map((r) => r.body.reference)).size).toBe(12);
    const { rows } = await world.admin.query(
      `select id from journal.entry union all select id from circulation.receipt union all select id from circulation.deadline`,
    );
    for (const { id } of rows) expect(id).toMatch(version4);
  });
});
