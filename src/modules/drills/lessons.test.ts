import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drilling, minutes, players, report, start } from '../../../test/drills.ts';
import { buildWorld, type Reply, type World } from '../../../test/world.ts';

let world: World;
let stage: ReturnType<typeof drilling>;
beforeAll(async () => {
  world = await buildWorld(start);
  stage = drilling(world);
  drill = (await stage.plan('cs.duty')).body.id;
  await stage.turn('cs.chief', drill, 'opening');
  for (const who of players) await stage.turn(who, drill, 'entry');
  await stage.switchMode(drill, { verb: 'declare', sectors: ['electricity'], regions: ['tohoku'] }, minutes(4));
  reported = (await stage.inside(drill, 'operator.power-a', 'POST', '/api/reports', report)).body.id;
});
afterAll(() => world.close());

const seat = (who: string): string => stage.seat(who);
const plan: typeof stage.plan = (...it) => stage.plan(...it);
const turn: typeof stage.turn = (...it) => stage.turn(...it);
const inside = (who: string, method: string, path: string, body?: unknown): Promise<Reply> =>
  stage.inside(drill, who, method, path, body);
let drill: string;
let reported: string;

describe('what a drill taught', () => {
  let finding: string;
  let remedy: string;

  it('is seen by evaluators while it goes on, and told to no player', async () => {
    const said = { tone: 'issue', step: 'relayed', said: '取次ぎが十分遅い。' };
    expect((await inside('cs.planner', 'POST', `/api/drills/${drill}/observations`, said)).status).toBe(201);
    expect((await inside('operator.power-a', 'POST', `/api/drills/${drill}/observations`, said)).status).toBe(404);
    expect((await world.call('cs.duty', 'GET', `/api/drills/${drill}/lessons`)).body.observations).toHaveLength(1);
    expect((await world.call('operator.power-a', 'GET', `/api/drills/${drill}/lessons`)).body.observations).toEqual([]);
    expect(
      (await world.call('cs.duty', 'POST', `/api/drills/${drill}/findings`, { expected: 'a', happened: 'b' })).body
        .reason,
    ).toBe('drill-not-over');
  });

  it('is written after its end, and stays with the desk until a second person has confirmed the review', async () => {
    expect((await turn('cs.duty', drill, 'closing')).body.state).toBe('closed');
    expect((await turn('cs.duty', drill, 'closing')).body.reason).toBe('drill-not-so');
    expect((await inside('operator.power-a', 'POST', '/api/reports', report)).body.reason).toBe('realm-closed');
    expect((await inside('operator.power-a', 'GET', `/api/reports/${reported}`)).status).toBe(200);
    expect((await inside('operator.power-a', 'DELETE', '/api/session')).body.reason).toBe('session-needed');
    finding = (
      await world.call('cs.duty', 'POST', `/api/drills/${drill}/findings`, {
        step: 'relayed',
        expected: '十分で取り次ぐ',
        happened: '十九分かかった',
        cause: '当直の交代',
      })
    ).body.id;
    const remedies = `/api/drills/${drill}/findings/${finding}/remedies`;
    const ask = { says: '引継ぎの紙を作る', owner: seat('ministry.meti'), due: '2026-12-20' };
    expect((await world.call('cs.duty', 'POST', remedies, { ...ask, owner: seat('ministry.mhlw') })).body.reason).toBe(
      'owner-not-in-drill',
    );
    expect((await world.call('cs.duty', 'POST', remedies, { ...ask, due: '2026-11-01' })).body.reason).toBe(
      'due-in-the-past',
    );
    remedy = (await world.call('cs.duty', 'POST', remedies, ask)).body.id;
    expect((await world.call('cs.chief', 'POST', `/api/drills/${drill}/review/confirmation`, {})).body.reason).toBe(
      'no-review',
    );
    const review = { said: '切替えは四分で済んだ。', decided: '取次ぎの引継ぎを改める。' };
    expect((await world.call('cs.chief', 'POST', `/api/drills/${drill}/review`, review)).status).toBe(201);
    expect((await world.call('cs.duty', 'POST', `/api/drills/${drill}/review`, review)).body.reason).toBe(
      'already-there',
    );
    expect((await world.call('operator.power-a', 'GET', `/api/drills/${drill}/lessons`)).body.findings).toEqual([]);
    const owned = (await world.call('ministry.meti', 'GET', `/api/drills/${drill}/lessons`)).body;
    expect([owned.findings.length, owned.findings[0].remedies.length, owned.review]).toEqual([1, 1, null]);
    expect((await world.call('cs.chief', 'POST', `/api/drills/${drill}/review/confirmation`, {})).body.reason).toBe(
      'drill-needs-second-person',
    );
  });

  it('is confirmed by another person, then read by whoever was in it, and by nobody else', async () => {
    await world.admin.query(`insert into acting.power values ('cabinet-secretariat', 'duty', 'open-drills')`);
    const path = `/api/drills/${drill}/review/confirmation`;
    const [one, two] = [await world.call('cs.duty', 'POST', path, {}), await world.call('cs.duty', 'POST', path, {})];
    expect([one.status, two.body]).toEqual([201, one.body]);
    for (const who of players) {
      const seen = (await world.call(who, 'GET', `/api/drills/${drill}/lessons`)).body;
      expect([who, seen.findings.length, seen.review.confirmed !== null]).toEqual([who, 1, true]);
    }
    expect((await world.call('operator.power-b', 'GET', `/api/drills/${drill}/lessons`)).status).toBe(404);
    const late = { expected: 'a', happened: 'b' };
    expect((await world.call('cs.duty', 'POST', `/api/drills/${drill}/findings`, late)).body.reason).toBe(
      'review-stands',
    );
  });

  it('is mended by the seat that owns it, by evidence, once', async () => {
    const path = `/api/drills/${drill}/remedies/${remedy}/closure`;
    expect((await world.call('operator.power-a', 'POST', path, { evidence: '紙' })).status).toBe(404);
    world.clock.set(new Date('2026-12-21T03:00:00Z'));
    const late = (await world.call('ministry.meti', 'GET', `/api/drills/${drill}/lessons`)).body.findings[0]
      .remedies[0];
    expect(late).toMatchObject({ late: true, mayClose: true });
    const done = await world.call('ministry.meti', 'POST', path, { evidence: '引継書 第1版' });
    expect(done.status).toBe(201);
    expect((await world.call('ministry.meti', 'POST', path, { evidence: 'また' })).body).toEqual(done.body);
  });

  it('is compared with the drill of the same kind before it', async () => {
    const starts = new Date('2026-12-21T03:10:00Z').toISOString();
    const next = (await plan('cs.duty', { starts, ends: new Date('2026-12-21T05:00:00Z').toISOString() })).body.id;
    const { earlier } = (await world.call('cs.duty', 'GET', `/api/drills/${next}/times`)).body;
    expect(earlier).toMatchObject({ id: drill });
    expect(earlier.figures.find((it: { what: string }) => it.what === 'declared')).toMatchObject({
      done: 1,
      median: 240,
    });
  });
});

it('counts in the live figures as a drill that was held, and nothing that happened in it counts', async () => {
  const measures = (await world.call('cs.planner', 'GET', '/api/measures?year=2026')).body.items;
  const counts = (label: string): Record<string, number> =>
    Object.fromEntries(
      measures
        .find((it: { label: string }) => it.label === label)
        .evidence.map((e: { fact: string; count: number }) => [e.fact, e.count]),
    );
  expect(counts('セ')).toMatchObject({
    'drill.closed.mode-switch': 1,
    'review.recorded.mode-switch': 1,
    'drill.entered.mode-switch': 4,
  });
  expect(counts('キ-b')).toMatchObject({ 'drill.closed.reach': 0 });
  expect(counts('ウ-a')).toMatchObject({ 'mode.declared': 0, 'provision.dispatched': 0 });
  const own = (await world.call('crisis.npa', 'GET', '/api/measures?year=2026')).body.items;
  const mine = own.find((it: { label: string }) => it.label === 'セ').evidence;
  expect(mine.find((e: { fact: string }) => e.fact === 'drill.entered.mode-switch').count).toBe(1);
});
