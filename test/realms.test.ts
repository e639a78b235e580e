import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escalate, remind } from '../src/modules/circulation/index.ts';
import { watchObligations } from '../src/modules/exchange/index.ts';
import { buildWorld, type Reply, type World } from './world.ts';

const start = new Date('2026-11-23T03:00:00Z');
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const players = [
  'operator.power-a',
  'ministry.meti',
  'cs.duty',
  'ceptoar.power',
  'agency.ipa',
  'agency.jpcert',
  'cs.planner',
];

let world: World;
let realm = '';
let live = '';
let drilled = '';
beforeAll(async () => {
  world = await buildWorld(start);
  realm = await world.openDrill(players);
});
afterAll(() => world.close());

const at = (minutes: number): void => world.clock.set(new Date(start.getTime() + minutes * 60_000));
const call = (who: string, method: string, path: string, body?: object, inDrill = false): Promise<Reply> =>
  world.call(who, method, path, body, inDrill ? { 'noroshi-realm': realm } : {});
const file = async (inDrill: boolean): Promise<string> => {
  const made = await call(
    'operator.power-a',
    'POST',
    '/api/reports',
    {
      headline: inDrill ? '訓練の障害' : '実の障害',
      eventType: 'E31',
      handling: amber,
      disclosure: { nameToCs: false },
      detectedAt: start.toISOString(),
    },
    inDrill,
  );
  expect(made.status).toBe(201);
  return made.body.id;
};
const relay = (id: string, inDrill: boolean): Promise<Reply> =>
  call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {}, inDrill);
const says = (id: string, act: string, inDrill: boolean): Promise<Reply> =>
  call('operator.power-a', 'POST', `/api/reports/${id}/consents`, { class: 'agencies', act }, inDrill);
const onward = (id: string, inDrill: boolean): Promise<Reply> =>
  call('cs.duty', 'POST', `/api/reports/${id}/onward`, { class: 'agencies' }, inDrill);
/** What doors say of live operation to whoever counts, decides and is reminded. */
const liveFigures = async (): Promise<string> => {
  const asked: unknown[] = [];
  for (const [who, path] of [
    ['cs.planner', '/api/measures'],
    ['cs.planner', '/api/figures'],
    ['cs.duty', '/api/measures'],
    ['cs.duty', '/api/waiting'],
    ['cs.duty', '/api/calls'],
    ['cs.duty', '/api/notices'],
    ['ministry.meti', '/api/waiting'],
    ['ministry.meti', '/api/calls'],
    ['ministry.meti', '/api/notices'],
    ['ministry.meti', '/api/obligations'],
    ['operator.power-a', '/api/obligations'],
    ['operator.power-a', '/api/notices'],
    ['operator.power-a', '/api/journal/entries'],
    ['agency.ipa', '/api/inbox'],
  ] as const) {
    const { status, body } = await call(who, 'GET', path);
    expect([who, path, status]).toEqual([who, path, 200]);
    asked.push([who, path, body]);
  }
  return JSON.stringify(asked);
};

describe('what is done in a drill', () => {
  let before = '';
  it('begins from a live report that nobody has answered', async () => {
    live = await file(false);
    await world.settle();
    before = await liveFigures();
    expect(before).toContain('実の障害');
  });

  it('changes no figure, no duty, no evidence, no notice and no list of live operation', async () => {
    drilled = await file(true);
    expect((await relay(drilled, true)).status).toBe(200);
    expect((await says(drilled, 'given', true)).status).toBe(201);
    expect((await onward(drilled, true)).status).toBe(200);
    expect((await call('cs.duty', 'POST', `/api/reports/${drilled}/triage`, { state: 'held' }, true)).status).toBe(201);
    await world.settle();
    expect(await liveFigures()).toBe(before);
  });

  it('is there for the same seats in the drill, and nowhere else under its id', async () => {
    for (const who of ['operator.power-a', 'ministry.meti', 'cs.duty', 'agency.ipa']) {
      expect([who, (await call(who, 'GET', `/api/reports/${drilled}`, undefined, true)).status]).toEqual([who, 200]);
      expect([who, (await call(who, 'GET', `/api/reports/${drilled}`)).status]).toEqual([who, 404]);
      expect([who, (await call(who, 'GET', `/api/reports/${live}`, undefined, true)).status]).toEqual([who, 404]);
    }
    const duties = await call('operator.power-a', 'GET', '/api/obligations', undefined, true);
    expect(JSON.stringify(duties.body)).not.toContain(live);
  });

  it('gives no consent for a live report, and none of a drill is taken from live operation', async () => {
    await relay(live, false);
    expect((await says(live, 'given', true)).status).toBe(404);
    expect((await says(drilled, 'withdrawn', false)).status).toBe(404);
    expect((await onward(live, true)).status).toBe(404);
    expect((await onward(live, false)).status).toBe(409);
    expect((await call('agency.ipa', 'GET', `/api/reports/${live}`)).status).toBe(404);
    const ledger = await call('operator.power-a', 'GET', `/api/reports/${live}/consents`);
    expect(JSON.stringify(ledger.body)).not.toContain('"state":"given"');
    expect((await call('operator.power-a', 'GET', `/api/reports/${live}/consents`, undefined, true)).status).toBe(404);
  });
});

describe('what the clock does', () => {
  const tick = async (minutes: number): Promise<void> => {
    at(minutes);
    await remind(world.worker, world.clock);
    await escalate(world.worker, world.clock);
    await watchObligations(world.worker, world.clock);
    await world.settle();
  };
  const whys = async (who: string, inDrill: boolean): Promise<string[]> =>
    (await call(who, 'GET', '/api/notices?limit=100', undefined, inDrill)).body.items.map(
      (it: { why: string }) => it.why,
    );

  it('reminds and escalates each realm of its own: what is silent in the drill rings in the drill alone', async () => {
    // Live, everything is answered; in the drill a report waits at the ministry beyond its time.
    for (const who of ['ministry.meti', 'cs.duty']) {
      const inbox = await call(who, 'GET', '/api/inbox?open=true');
      for (const it of inbox.body.items)
        await call(who, 'POST', `/api/receipts/${it.receipt}/acknowledgement`, { state: 'received' });
    }
    await tick(1);
    const [liveBefore, drillBefore] = [await whys('ministry.meti', false), await whys('ministry.meti', true)];
    const late = await file(true);
    await tick(120);
    const drillAfter = await whys('ministry.meti', true);
    expect(drillAfter.filter((it) => it === 'reminder').length).toBeGreaterThan(
      drillBefore.filter((it) => it === 'reminder').length,
    );
    expect(await whys('ministry.meti', false)).toEqual(liveBefore);
    const calls = await call('cs.duty', 'GET', '/api/calls');
    expect(JSON.stringify(calls.body)).not.toContain(late);
    const waiting = await call('ministry.meti', 'GET', '/api/waiting', undefined, true);
    expect(JSON.stringify(waiting.body)).toContain(late);
    expect(JSON.stringify((await call('ministry.meti', 'GET', '/api/waiting')).body)).not.toContain(late);
  });

  it('misses duties to report of each realm in that realm', async () => {
    await tick(60 * 24 * 40);
    const [inLive, inDrill] = [
      await call('operator.power-a', 'GET', '/api/obligations'),
      await call('operator.power-a', 'GET', '/api/obligations', undefined, true),
    ];
    const reports = (reply: Reply): Set<string> =>
      new Set(reply.body.items.map((it: { report: { id: string } }) => it.report.id));
    expect([...reports(inLive)].filter((id) => reports(inDrill).has(id))).toEqual([]);
    const { rows } = await world.admin.query<{ n: number }>(
      `select count(*)::int as n from exchange.obligation o join exchange.report r on r.id = o.report where r.realm <> o.realm`,
    );
    expect(rows[0]?.n).toBe(0);
  });
});
