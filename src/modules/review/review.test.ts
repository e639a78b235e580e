import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { buildWorld, type World } from '../../../test/world.ts';
import type { FiguresView, ReleaseView } from './contract.ts';
import { quartersOf } from '../../kernel/time.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(new Date('2026-05-10T03:00:00Z'));
});
afterAll(() => world.close());

const ok = async <T>(who: string, method: string, path: string, body?: unknown): Promise<T> => {
  const answer = await world.call(who, method, path, body);
  if (answer.status >= 300)
    throw new Error(`${who} ${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as T;
};

const reported = async (who: string, eventType: string, causeTypes: readonly string[] = []): Promise<string> => {
  const { id } = await ok<{ id: string }>(who, 'POST', '/api/reports', {
    headline: '監視の画面が更新されない',
    eventType,
    causeTypes,
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  });
  return id;
};
const relayed = (report: string): Promise<unknown> => ok('ministry.meti', 'POST', `/api/reports/${report}/relay`, {});
const figures = (who = 'cs.planner', year = 2026): Promise<FiguresView> =>
  ok<FiguresView>(who, 'GET', `/api/figures?year=${year}`);
const row = (it: FiguresView, what: string, code = ''): readonly number[] | undefined =>
  it.rows.find((one) => one.what === what && one.code === code)?.quarters;
const prepared = async (who: string, quarter: number | null): Promise<string> =>
  (await ok<{ id: string }>(who, 'POST', '/api/releases', { year: 2026, quarter })).id;
const published = (who: string, id: string): Promise<unknown> => ok(who, 'POST', `/api/releases/${id}/publication`, {});
const release = (who: string, id: string): Promise<ReleaseView> => ok<ReleaseView>(who, 'GET', `/api/releases/${id}`);

describe('the figures of the regime', () => {
  it('has quarters that join without a gap and end with the fiscal year', () => {
    expect(quartersOf(2026).map((it) => it.toISOString())).toEqual([
      '2026-03-31T15:00:00.000Z',
      '2026-06-30T15:00:00.000Z',
      '2026-09-30T15:00:00.000Z',
      '2026-12-31T15:00:00.000Z',
      '2027-03-31T15:00:00.000Z',
    ]);
  });

  it('counts nothing before the ministry has passed it on, then the case once, by its latest version', async () => {
    const report = await reported('operator.power-a', 'E00', ['C11', 'C12']);
    expect(row(await figures(), 'reports')).toEqual([0, 0, 0, 0]);
    await relayed(report);
    expect(row(await figures(), 'reports')).toEqual([1, 0, 0, 0]);
    world.clock.set(new Date('2026-07-02T03:00:00Z'));
    await ok('operator.power-a', 'POST', `/api/reports/${report}/versions`, { stage: 'follow-up', eventType: 'E41' });
    const before = await figures();
    expect([row(before, 'events', 'E00'), row(before, 'events', 'E41')]).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]); // prettier-ignore
    await relayed(report);
    const after = await figures();
    expect([row(after, 'events', 'E00'), row(after, 'events', 'E41')]).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 0],
    ]); // prettier-ignore
    expect([row(after, 'reports'), row(after, 'agencies')]).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]); // prettier-ignore
  });

  it('says how long each hop took, and names nobody', async () => {
    const it = await figures();
    expect(it.hops.map(({ way, capacity, n }) => [way, capacity, n])).toEqual([
      ['up', 'sector-ministry', 1],
      ['up', 'cabinet-secretariat', 1],
    ]);
    expect(JSON.stringify(it)).not.toMatch(/power-a|架空|operator\./u);
  });

  it('is for those who read figures, in the live realm only', async () => {
    for (const who of ['operator.power-a', 'ministry.meti', 'ceptoar.power', 'admin.system'])
      expect((await world.call(who, 'GET', '/api/figures')).status).toBe(403);
    expect(row(await figures('cs.duty'), 'reports')).toEqual([1, 0, 0, 0]);
  });
});

describe('what is published', () => {
  it('needs a time that is over, and a second person', async () => {
    expect((await world.call('cs.planner', 'POST', '/api/releases', { year: 2026, quarter: 2 })).body.reason).toBe(
      'period-not-over',
    );
    expect((await world.call('cs.duty', 'POST', '/api/releases', { year: 2026, quarter: 1 })).status).toBe(403);
    const id = await prepared('cs.planner', 1);
    expect((await world.call('cs.planner', 'POST', `/api/releases/${id}/publication`, {})).body.reason).toBe(
      'release-needs-second-person',
    );
    expect((await world.call('operator.power-a', 'GET', `/api/releases/${id}`)).status).toBe(404);
    expect((await ok<{ items: unknown[] }>('operator.power-a', 'GET', '/api/releases')).items).toEqual([]);
    await published('cs.chief', id);
    await published('cs.chief', id);
    expect((await release('operator.power-a', id)).state).toBe('published');
    expect((await world.call('cs.planner', 'POST', '/api/releases', { year: 2026, quarter: 1 })).body.reason).toBe(
      'already-published',
    );
  });

  it('hides what is small, and gives the same bytes for ever', async () => {
    const [{ id }] = (await ok<{ items: [{ id: string }] }>('operator.power-a', 'GET', '/api/releases')).items;
    const before = await release('operator.power-a', id);
    expect(before.rows.find((it) => it.what === 'reports')?.cells).toEqual([null]);
    expect(before.rows.find((it) => it.code === 'E41')?.cells).toEqual([null]);
    expect(JSON.stringify(before)).not.toContain('electricity');
    const late = await reported('operator.power-b', 'E31');
    await relayed(late);
    const after = await release('operator.power-b', id);
    expect([after.csv, after.sha256, after.rows]).toEqual([before.csv, before.sha256, before.rows]);
    expect(createHash('sha256').update(after.csv, 'utf8').digest('hex')).toBe(after.sha256);
    await expect(world.admin.query(`set role portal; update review.release set csv = ''`)).rejects.toThrow(
      'permission denied',
    );
  });

  it('of two that were prepared against the same earlier ones, only one', async () => {
    world.clock.set(new Date('2026-10-02T03:00:00Z'));
    const [one, two] = [await prepared('cs.planner', 2), await prepared('cs.chief', 2)];
    await published('cs.chief', one);
    expect((await world.call('cs.planner', 'POST', `/api/releases/${two}/publication`, {})).body.reason).toBe(
      'release-overtaken',
    );
    expect((await release('cs.planner', two)).overtaken).toBe(true);
  });

  it('keeps the numbers of a published quarter, whatever became of its cases', async () => {
    world.clock.set(new Date('2027-04-02T03:00:00Z'));
    const year = await release('cs.planner', await prepared('cs.planner', null));
    const hiddenBefore = year.rows.find((it) => it.code === 'E41')?.cells;
    expect(hiddenBefore?.[0]).toBeNull();
    expect(year.rows.find((it) => it.what === 'provisions')?.cells).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('the yearly review', () => {
  it('is recorded once by those who may, and read by those who read figures', async () => {
    const finding = { year: 2026, said: '取次ぎが早くなった。', decided: '夜間の連絡先を見直す。' };
    expect((await world.call('cs.duty', 'POST', '/api/findings', finding)).status).toBe(403);
    await ok('cs.planner', 'POST', '/api/findings', finding);
    const { items } = await ok<{ items: unknown[] }>('cs.duty', 'GET', '/api/findings');
    expect(items).toMatchObject([finding]);
    expect((await world.call('cs.planner', 'POST', '/api/findings', { ...finding, said: '' })).body.reason).toBe(
      'nothing-said',
    );
    expect((await world.call('cs.planner', 'POST', '/api/findings', { ...finding, year: 2030 })).body.reason).toBe(
      'year-not-begun',
    );
    expect((await world.call('ministry.meti', 'GET', '/api/findings')).status).toBe(403);
  });
});
