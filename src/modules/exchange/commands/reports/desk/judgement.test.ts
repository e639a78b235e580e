import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../../../../test/leaks/seeing.ts';
import { buildWorld, type World } from '../../../../../../test/world.ts';

const report = {
  headline: '監視端末が応答しない',
  eventType: 'E31',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
};
let world: World;
let [first, second, unseen] = ['', '', ''];
beforeAll(async () => {
  world = await buildWorld();
  const relayed = async (who: string): Promise<string> => {
    const { id } = (await world.call(who, 'POST', '/api/reports', report)).body;
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    return id;
  };
  [first, second] = [await relayed('operator.power-a'), await relayed('operator.power-b')];
  unseen = (await world.call('operator.power-c', 'POST', '/api/reports', report)).body.id;
});
afterAll(() => world.close());

const read = async (who: string, id: string) => (await world.call(who, 'GET', `/api/reports/${id}`)).body;
const link = (who: string, other: string, kind = 'duplicate') =>
  world.call(who, 'POST', `/api/reports/${first}/links`, { other, kind, reason: '同じ回線の障害' });
const assess = (more: object = {}) =>
  world.call('cs.duty', 'POST', `/api/reports/${first}/severity`, {
    service: 2,
    safety: 0,
    other: 1,
    reason: '半日の停止',
    ...more,
  });

describe('reports that belong together', () => {
  it('are linked by the desk, once, and both show it to the desk alone', async () => {
    const before = await Promise.all(['operator.power-a', 'ministry.meti'].map((who) => read(who, first)));
    const made = await link('cs.duty', second);
    expect(made.status, JSON.stringify(made.body)).toBe(201);
    expect((await link('cs.chief', second, 'related')).body.reason).toBe('already-linked');
    expect((await read('cs.chief', second)).links).toMatchObject([
      { kind: 'duplicate', reason: '同じ回線の障害', report: { id: first, headline: '監視端末が応答しない' } },
    ]);
    const after = await Promise.all(['operator.power-a', 'ministry.meti'].map((who) => read(who, first)));
    expect(after).toEqual(before);
    for (const who of ['operator.power-a', 'operator.power-b', 'ministry.meti', 'agency.ipa'])
      expect([who, await rowsOf(world, who, sql`select * from exchange.report_link`)]).toEqual([who, []]);
  });

  it('cannot be what has not reached the desk, nor a report and itself; no other seat links', async () => {
    for (const other of [unseen, first, '00000000-0000-4000-8000-000000000000'])
      expect((await link('cs.duty', other)).status).toBe(404);
    for (const who of ['operator.power-a', 'ministry.meti']) expect((await link(who, second)).status).toBe(403);
  });

  it('are parted again, and that they were linked is kept', async () => {
    const [it] = (await read('cs.duty', first)).links;
    const path = `/api/reports/${first}/links/${it.id}`;
    expect((await world.call('cs.duty', 'DELETE', path)).status).toBe(204);
    expect((await world.call('cs.duty', 'DELETE', path)).status).toBe(404);
    expect((await read('cs.duty', second)).links).toEqual([]);
    const { rows } = await world.admin.query('select ended_by is not null as ended from exchange.report_link');
    expect(rows).toEqual([{ ended: true }]);
    expect((await link('cs.duty', second, 'related')).status).toBe(201);
  });
});

describe('how grave it was', () => {
  it('is not judged before it is over, unless said to be early', async () => {
    expect((await assess()).body.reason).toBe('too-early-to-judge');
    expect((await assess({ early: true })).body).toMatchObject({ number: 1, overall: 2 });
  });

  it('is the gravest of its axes; a later judgement leaves the earlier as it was', async () => {
    await world.call('operator.power-a', 'POST', `/api/reports/${first}/versions`, { stage: 'final' });
    await world.call('ministry.meti', 'POST', `/api/reports/${first}/relay`, {});
    expect((await assess({ safety: 3 })).body).toMatchObject({ number: 2, overall: 3 });
    expect((await read('cs.chief', first)).severity).toMatchObject([
      { number: 1, overall: 2, early: true },
      { number: 2, overall: 3, early: false },
    ]);
  });

  it('is asked of failures only', async () => {
    const lesson = { kind: 'lesson', headline: '回線の一覧を現地で確かめる', handling: report.handling };
    const { id } = (await world.call('agency.ipa', 'POST', '/api/reports', lesson)).body;
    const body = { service: 1, safety: 1, other: 1, reason: '影響なし', early: true };
    const refused = await world.call('cs.duty', 'POST', `/api/reports/${id}/severity`, body);
    expect([refused.status, refused.body.reason]).toEqual([409, 'no-failure-to-judge']);
  });

  it('takes whole numbers from 0 to 4 with a reason, from the desk, of what it may see', async () => {
    for (const wrong of [{ service: 5 }, { service: -1 }, { safety: 1.5 }, { other: '2' }, { reason: '' }])
      expect((await assess(wrong)).status).toBe(400);
    const body = { service: 1, safety: 1, other: 1, reason: 'x', early: true };
    expect((await world.call('cs.duty', 'POST', `/api/reports/${unseen}/severity`, body)).status).toBe(404);
    expect((await world.call('ministry.meti', 'POST', `/api/reports/${first}/severity`, body)).status).toBe(403);
    for (const who of ['operator.power-a', 'ministry.meti']) {
      const shown = await read(who, first);
      expect([shown.links, shown.severity]).toEqual([null, null]);
      expect(await rowsOf(world, who, sql`select * from exchange.severity`)).toEqual([]);
    }
  });
});

describe('a list of reports', () => {
  it('counts what the latest version changed, only of what has reached the reader', async () => {
    await world.call('operator.power-b', 'POST', `/api/reports/${second}/versions`, {
      stage: 'follow-up',
      summary: '三台が止まった。',
      causeTypes: ['C26'],
      answers: { place: '給電所' },
    });
    const changes = async (who: string) =>
      (await world.call(who, 'GET', '/api/reports')).body.items.find((it: { id: string }) => it.id === second).changes;
    expect(await changes('ministry.meti')).toBe(3);
    expect(await changes('cs.duty')).toBeNull();
    await world.call('ministry.meti', 'POST', `/api/reports/${second}/relay`, {});
    expect(await changes('cs.duty')).toBe(3);
  });
});
