import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '../../src/kernel/time.ts';
import { buildWorld, type Reply, type World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await buildWorld();
});
afterEach(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const report = { headline: '浄水場の監視端末が応答しない', eventType: 'E31', handling: amber };
const day = 86_400_000;
const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const call = (who: string, method: string, path: string, body?: object, headers = {}): Promise<Reply> =>
  world.call(who, method, path, body, headers);
const sees = async (who: string, id: string): Promise<number> => (await call(who, 'GET', `/api/reports/${id}`)).status;

/** The ministry of water is abolished today: body, seat, its holders and what it was competent for end. */
const abolish = async (): Promise<void> => {
  const today = dayOf(world.clock.now());
  const { seat: id, body } = world.people.get('ministry.mhlw') ?? { seat: '', body: '' };
  await world.admin.query(`update parties.seat set valid_to = $2 where id = $1`, [id, today]);
  await world.admin.query(`update parties.body set valid_to = $2 where id = $1`, [body, today]);
  await world.admin.query(`update acting.holder set valid_to = $2 where seat = $1`, [id, today]);
};
const handOver = async (): Promise<number> => {
  const made = await call('admin.system', 'POST', '/api/handovers', {
    sector: 'water',
    from: seat('ministry.mhlw'),
    to: seat('ministry.meti'),
    day: dayOf(world.clock.now()),
    keeps: false,
    reason: '廃止に伴う移管（架空）',
  });
  const done = await call('cs.chief', 'POST', `/api/handovers/${made.body.id}/confirmation`);
  await world.settle();
  return done.status;
};

describe('a ministry that is abolished while a report is in its hands', () => {
  it('leaves it visibly waiting there: to who reported it stands where it stands, and nobody else is shown it', async () => {
    const { id } = (await call('operator.water-a', 'POST', '/api/reports', report)).body;
    await world.settle();
    await abolish();
    world.clock.set(new Date(world.clock.now().getTime() + day));
    expect((await call('ministry.mhlw', 'POST', `/api/reports/${id}/relay`)).status).toBe(401);
    const shown = await call('operator.water-a', 'GET', `/api/reports/${id}`);
    const [, ministry, centre] = shown.body.hops;
    expect([ministry.state, ministry.relayedAt, centre.state]).toEqual(['here', null, 'ahead']);
    expect(new Date(ministry.due).getTime()).toBeLessThan(world.clock.now().getTime());
    const sight = await call('operator.water-a', 'GET', `/api/sight/report/${id}`);
    expect(sight.body.rows.map((it: { why: string }) => it.why)).toEqual(['author', 'way']);
    for (const who of ['ministry.meti', 'cs.duty', 'cs.chief', 'ceptoar.water', 'operator.water-b'])
      expect([who, await sees(who, id)]).toEqual([who, 404]);
  });

  it('is followed by its successor once two persons say so, and the report goes on up, to nobody more', async () => {
    const { id } = (await call('operator.water-a', 'POST', '/api/reports', report)).body;
    await abolish();
    expect(await handOver()).toBe(200);
    expect(await sees('ministry.meti', id)).toBe(200);
    expect((await call('ministry.meti', 'POST', `/api/reports/${id}/relay`)).status).toBe(200);
    const shown = await call('cs.duty', 'GET', `/api/reports/${id}`);
    expect([shown.status, shown.body.source]).toEqual([200, null]);
    for (const who of ['security.meti', 'ceptoar.water', 'operator.water-b', 'agency.ipa'])
      expect([who, await sees(who, id)]).toEqual([who, 404]);
  });

  it('loses nothing that comes down either: it waits at the seat that ended and goes on from its successor', async () => {
    const draft = await call('cs.duty', 'POST', '/api/provisions', {
      title: '注意喚起',
      body: '確かめてください。',
      kind: 'warning',
      handling: amber,
      tempo: 'relay',
      audience: { circles: ['ceptoar.water'], bodies: [] },
    });
    const path = `/api/provisions/${draft.body.id}`;
    await call('cs.chief', 'POST', `${path}/approval`);
    expect((await call('cs.duty', 'POST', `${path}/dispatch`)).body.recipients).toBe(5);
    await abolish();
    const waiting = await call('cs.duty', 'GET', `${path}/circulation`);
    const below = waiting.body.tiers.find((it: { tier: string }) => it.tier === 'operator');
    expect([below.targeted, below.sent]).toEqual([3, 0]);
    expect(await handOver()).toBe(200);
    const inbox = await call('ministry.meti', 'GET', '/api/inbox?kind=provision');
    expect(
      (await call('ministry.meti', 'POST', `/api/receipts/${inbox.body.items[0].receipt}/relay`)).body.recipients,
    ).toBe(1);
    expect((await call('ceptoar.water', 'GET', path)).status).toBe(200);
    expect((await call('ceptoar.power', 'GET', path)).status).toBe(404);
  });

  it('takes what is reported afterwards to its successor', async () => {
    await abolish();
    expect(await handOver()).toBe(200);
    const { id } = (await call('operator.water-b', 'POST', '/api/reports', report)).body;
    expect([await sees('ministry.meti', id), await sees('cs.duty', id)]).toEqual([200, 404]);
  });
});

describe('a sector that passes to another ministry while a drill goes on', () => {
  const inRealm = (realm: string) => ({ 'noroshi-realm': realm });
  const players = ['operator.water-a', 'ministry.mhlw', 'cs.duty'];
  const reach = async (realm: string, who: string): Promise<number> =>
    (await world.admin.query(`select from circulation.reach where realm = $1 and reader = $2`, [realm, seat(who)]))
      .rowCount ?? 0;

  it('leaves what is on its way in the drill with who plays there, and moves what is live', async () => {
    const realm = await world.openDrill(players);
    const drilled = (await call('operator.water-a', 'POST', '/api/reports', report, inRealm(realm))).body.id;
    const { id: live } = (await call('operator.water-a', 'POST', '/api/reports', report)).body;
    expect(await handOver()).toBe(200);
    expect([await sees('ministry.meti', live), await reach(realm, 'ministry.meti')]).toEqual([200, 0]);
    const { rows } = await world.admin.query(`select from circulation.receipt where realm = $1 and seat = $2`, [
      realm,
      seat('ministry.meti'),
    ]);
    expect(rows).toHaveLength(0);
    expect((await call('ministry.mhlw', 'POST', `/api/reports/${drilled}/relay`, {}, inRealm(realm))).status).toBe(200);
    expect((await call('cs.duty', 'GET', `/api/reports/${drilled}`, undefined, inRealm(realm))).status).toBe(200);
  });

  it('moves it to the successor where that seat was invited too', async () => {
    const realm = await world.openDrill([...players, 'ministry.meti']);
    const drilled = (await call('operator.water-a', 'POST', '/api/reports', report, inRealm(realm))).body.id;
    expect(await handOver()).toBe(200);
    expect((await call('ministry.meti', 'POST', `/api/reports/${drilled}/relay`, {}, inRealm(realm))).status).toBe(200);
  });
});
