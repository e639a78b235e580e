import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picturing } from '../../../test/situations.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
const start = new Date('2026-11-23T03:00:00Z');
const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);
const { post, get, at, board, open, file, relay, lineOf, declare } = picturing(() => world);
beforeAll(async () => {
  world = await buildWorld(start);
  await open('東北の複合障害（架空）');
  const report = await file('operator.power-a', '監視系の応答停止（架空）');
  await relay('ministry.meti', report);
  await post('cs.duty', at('/reports'), { reports: [report], reason: '同じ時刻に始まった' });
  await post('cs.duty', at('/entries'), { kind: 'note', text: '架空power-aに電話した', shared: false });
  await post('cs.duty', at('/sharing'), { part: 'ministries' });
  const says = { sector: 'electricity', state: 'stopped', says: '手動で継続', detail: '原因は調査中。' };
  await post('ministry.meti', at('/states'), says);
});
afterAll(() => world.close());

describe('the crisis response at the picture', () => {
  it('sees it once it has taken its place under the declaration it is shared under', async () => {
    expect((await post('cs.duty', at('/sharing'), { part: 'crisis' })).body.reason).toBe('nothing-declared');
    await declare();
    expect((await post('cs.duty', at('/sharing'), { part: 'crisis' })).status).toBe(201);
    expect((await get('crisis.npa', at())).status).toBe(404);
    expect((await board('cs.duty')).seats).toContainEqual({ body: 'npa', part: 'crisis', seated: false, mine: false });
    await post('crisis.npa', '/api/mode/places');
    const seen = await get('crisis.npa', at());
    expect(seen.status).toBe(200);
    expect(JSON.stringify(seen.body)).not.toMatch(/power-[a-f]|電話した/u);
    expect((await lineOf('crisis.npa', 'electricity')).detail).toBeNull();
    expect((await board('ministry.meti')).seats).toContainEqual({
      body: 'npa',
      part: 'crisis',
      seated: true,
      mine: false,
    });
  });

  it('writes what it knows into the timeline, and states no sector', async () => {
    world.clock.set(minutes(20));
    expect((await post('crisis.npa', at('/entries'), { kind: 'damage', text: '停電に伴う通報14件' })).status).toBe(201);
    expect((await board('ministry.mhlw')).timeline[0]).toMatchObject({ kind: 'entry', what: 'damage', by: 'npa' });
    const says = { sector: 'water', state: 'stopped', says: '止まった' };
    expect((await post('crisis.npa', at('/states'), says)).body.reason).toBe('not-your-sector');
  });

  it('loses the picture when the mode stands down, and when the desk stops sharing it', async () => {
    const down = await post('cs.duty', '/api/mode/acts', {
      verb: 'stand-down',
      basis: '廃止（架空）',
      authority: 'A-1',
    });
    world.clock.set(minutes(30));
    await post('cs.chief', `/api/mode/acts/${down.body.id}/confirmation`);
    expect((await get('crisis.npa', at())).status).toBe(404);
    expect((await post('crisis.npa', at('/entries'), { kind: 'note', text: 'まだ見える' })).status).toBe(404);
    expect((await get('ministry.meti', at())).status).toBe(200);
    expect((await post('cs.duty', at('/sharing/end'), { part: 'ministries' })).status).toBe(201);
    expect((await post('cs.duty', at('/sharing/end'), { part: 'ministries' })).body.reason).toBe('not-shared');
    expect((await get('ministry.meti', at())).status).toBe(404);
    expect(
      (await post('ministry.meti', at('/states'), { sector: 'electricity', state: 'normal', says: '復旧' })).status,
    ).toBe(404);
  });
});

describe('the end of a situation', () => {
  it('closes it to everything but reading, and it can be opened again', async () => {
    expect((await post('cs.duty', at('/reopening'), { reason: 'x' })).body.reason).toBe('situation-open');
    expect((await post('cs.duty', at('/end'), { reason: '復旧を確認' })).status).toBe(201);
    expect((await post('cs.chief', at('/end'), { reason: '復旧を確認' })).body.reason).toBe('situation-ended');
    for (const [path, body] of [
      ['/states', { sector: 'water', state: 'normal', says: '影響なし' }],
      ['/entries', { kind: 'note', text: 'あとから' }],
      ['/sharing', { part: 'ministries' }],
      ['/decisions', { decided: 'あとから', basis: 'x', authority: 'x' }],
    ] as const)
      expect([path, (await post('cs.duty', at(path), body)).body.reason]).toEqual([path, 'situation-ended']);
    expect(await board('cs.duty')).toMatchObject({ state: 'ended', endedAt: minutes(30).toISOString() });
    world.clock.set(minutes(40));
    expect((await post('cs.duty', at('/reopening'), { reason: '再発' })).status).toBe(201);
    expect((await board('cs.duty')).state).toBe('open');
  });

  it('is of one realm: a drill sees nothing of it', async () => {
    const drill = await world.openDrill(['cs.duty']);
    const reply = await world.call('cs.duty', 'GET', at(), undefined, { 'noroshi-realm': drill });
    expect(reply.status).toBe(404);
  });
});
