import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amber, picturing } from '../../../test/situations.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
const start = new Date('2026-11-23T03:00:00Z');
const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);
beforeAll(async () => {
  world = await buildWorld(start);
});
afterAll(() => world.close());

const { post, get, at, board, open, file, relay, lineOf } = picturing(() => world);
const others = [
  'ministry.meti',
  'ministry.mhlw',
  'security.meti',
  'crisis.npa',
  'operator.power-a',
  'ceptoar.power',
  'agency.ipa',
  'admin.system',
  'cs.planner',
];

describe('a situation at its desk', () => {
  it('is opened by who keeps situations, and is there for nobody else', async () => {
    for (const who of others)
      expect([who, (await post(who, '/api/situations', { title: '複合障害', handling: amber })).status]).toEqual([
        who,
        403,
      ]);
    await open('東北の複合障害（架空）');
    expect((await board('cs.chief')).state).toBe('open');
    for (const who of others) {
      expect([who, (await get(who, at())).status]).toEqual([who, 404]);
      expect((await get(who, '/api/situations')).body.items).toEqual([]);
    }
  });

  it('groups reports that the desk sees, with a reason, once', async () => {
    const seen = await file('operator.power-a', '監視系の応答停止（架空）');
    const unsent = await file('operator.power-b', 'まだ省庁にある（架空）');
    await relay('ministry.meti', seen);
    const group = (reports: string[]) => post('cs.duty', at('/reports'), { reports, reason: '同じ時刻に始まった' });
    expect((await group([unsent])).status).toBe(404);
    expect((await group([seen, unsent])).status).toBe(404);
    expect((await group([seen])).status).toBe(201);
    expect((await group([seen])).body.reason).toBe('already-grouped');
    expect((await board('cs.duty')).reports).toBe(1);
    expect((await board('cs.duty')).timeline.some((it: { report: string }) => it.report === seen)).toBe(true);
    expect((await get('cs.duty', at('/reports'))).body.items).toMatchObject([
      { id: seen, grouped: { reason: '同じ時刻に始まった' } },
    ]);
    expect((await get('cs.duty', at('/reports?free=true'))).body.items).toEqual([]);
    for (const who of ['ministry.meti', 'crisis.npa'])
      expect((await post(who, at('/reports'), { reports: [seen], reason: 'x' })).status).toBe(403);
  });

  it('lets a report belong to two situations, and be taken out of one of them', async () => {
    const { items } = (await get('cs.duty', at('/reports'))).body;
    const second = (await post('cs.chief', '/api/situations', { title: '別の見方（架空）', handling: amber })).body.id;
    const put = { reports: [items[0].id], reason: '別の見方でも見る' };
    expect((await post('cs.chief', `/api/situations/${second}/reports`, put)).status).toBe(201);
    const out = `/api/situations/${second}/reports/${items[0].id}/removal`;
    expect((await post('cs.duty', out, { reason: '関係がなかった' })).status).toBe(201);
    expect((await post('cs.duty', out, { reason: '関係がなかった' })).status).toBe(404);
    expect((await board('cs.duty')).reports).toBe(1);
  });

  it('names no operator in what is said for the picture', async () => {
    const state = {
      sector: 'electricity',
      state: 'degraded',
      regions: ['tohoku'],
      says: '架空power-aの監視系が止まった',
    };
    expect((await post('cs.duty', at('/states'), state)).body.reason).toBe('names-a-body');
    for (const says of ['架空ｐｏｗｅｒ－ａの監視系が止まった', '架空 ＰＯＷＥＲ-Ａ の監視系が止まった'])
      expect((await post('cs.duty', at('/states'), { ...state, says })).body.reason).toBe('names-a-body');
    expect((await post('cs.duty', at('/entries'), { kind: 'note', text: 'power-a.example に照会' })).body.reason).toBe(
      'names-a-body',
    );
    expect(
      (await post('cs.duty', '/api/situations', { title: '架空power-a株式会社の件', handling: amber })).body.reason,
    ).toBe('names-a-body');
    const own = { kind: 'note', text: '架空power-aに電話した', shared: false };
    expect((await post('cs.duty', at('/entries'), own)).status).toBe(201);
  });
});

describe('a picture that is shared', () => {
  it('is asked for from ministries only once they see it', async () => {
    expect((await post('cs.duty', at('/inquiries'), { sectors: ['water'] })).body.reason).toBe('not-shared');
    expect((await post('cs.duty', at('/sharing'), { part: 'ministries' })).status).toBe(201);
    expect((await post('cs.chief', at('/sharing'), { part: 'ministries' })).body.reason).toBe('already-shared');
    for (const who of ['ministry.meti', 'ministry.mhlw'])
      expect([who, (await get(who, at())).status]).toEqual([who, 200]);
    for (const who of [
      'security.meti',
      'crisis.npa',
      'operator.power-a',
      'ceptoar.power',
      'admin.system',
      'cs.planner',
    ])
      expect([who, (await get(who, at())).status]).toEqual([who, 404]);
  });

  it('lets a ministry say how its own sector stands, and no other', async () => {
    world.clock.set(minutes(5));
    const says = { sector: 'electricity', state: 'stopped', regions: ['tohoku'], says: '監視系を切り離し、手動で継続' };
    expect((await post('ministry.mhlw', at('/states'), says)).body.reason).toBe('not-your-sector');
    expect((await post('ministry.meti', at('/states'), { ...says, regions: ['moon'] })).body.reason).toBe(
      'region-unknown',
    );
    expect((await post('ministry.meti', at('/states'), { ...says, sector: 'moon' })).body.reason).toBe(
      'sector-unknown',
    );
    expect((await post('crisis.npa', at('/states'), says)).status).toBe(404);
    const told = { ...says, recovery: '06:30 ころ', detail: '2社のうち1社。原因は調査中。' };
    expect((await post('ministry.meti', at('/states'), told)).status).toBe(201);
  });

  it('gives detail and counts to the sector’s own ministry and the desk, and the agreed state to the others', async () => {
    for (const who of ['cs.duty', 'ministry.meti'])
      expect(await lineOf(who, 'electricity')).toMatchObject({
        state: 'stopped',
        detail: '2社のうち1社。原因は調査中。',
        reports: 1,
      });
    const foreign = await lineOf('ministry.mhlw', 'electricity');
    expect(foreign).toMatchObject({
      state: 'stopped',
      says: '監視系を切り離し、手動で継続',
      detail: null,
      reports: null,
      fresh: null,
    });
    expect(foreign.mine).toBe(false);
  });

  it('judges a level by what is measured; all see the verdict, and the numbers only the desk and the ministry', async () => {
    const measure = (who: string, level: string, measured: object[]) => post(who, at('/measures'), { level, measured });
    const lost = { quantity: 'lost', low: 12 };
    expect((await measure('ministry.mhlw', 'power-supply', [lost])).body.reason).toBe('not-your-sector');
    expect((await measure('ministry.meti', 'moon-supply', [lost])).body.reason).toBe('level-unknown');
    expect((await measure('ministry.meti', 'power-supply', [{ quantity: 'moons', low: 1 }])).body.reason).toBe(
      'level-unknown',
    );
    expect((await measure('ministry.meti', 'power-supply', [{ ...lost, high: 3 }])).body.reason).toBe(
      'span-ends-first',
    );
    expect((await measure('ministry.meti', 'power-supply', [lost])).body.verdict).toBe('open');
    world.clock.set(minutes(6));
    expect(
      (await measure('ministry.meti', 'power-supply', [{ quantity: 'outage', low: 15, high: 40 }])).body.verdict,
    ).toBe('below');
    for (const [who, n] of [
      ['cs.duty', 2],
      ['ministry.meti', 2],
      ['ministry.mhlw', 0],
    ] as const) {
      const [level] = (await lineOf(who, 'electricity')).levels;
      expect([who, level.verdict, level.measured.length]).toEqual([who, 'below', n]);
    }
  });

  it('tells no reader a name, a report, a headline or a reason for grouping', async () => {
    for (const who of ['ministry.meti', 'ministry.mhlw']) {
      const text = JSON.stringify(await board(who));
      for (const secret of [
        'power-a',
        '監視系の応答停止',
        '同じ時刻に始まった',
        '電話した',
        world.people.get('operator.power-a')?.body ?? '?',
      ])
        expect([who, secret, text.includes(secret)]).toEqual([who, secret, false]);
      const seen = await board(who);
      expect(seen.reports).toBeNull();
      expect(seen.timeline.filter((it: { kind: string }) => it.kind === 'report')).toEqual([]);
      expect((await get(who, at('/reports'))).status).toBe(403);
    }
  });

  it('shows a count to the others only when it is no small group, and never what came of late', async () => {
    const many: string[] = [];
    for (const x of ['c', 'd', 'e', 'f']) many.push(await file(`operator.power-${x}`, `停止 ${x}（架空）`));
    for (const id of many) await relay('ministry.meti', id);
    await post('cs.duty', at('/reports'), { reports: many.slice(0, 3), reason: '同じ系統' });
    expect((await lineOf('ministry.mhlw', 'electricity')).reports).toBeNull();
    await post('cs.duty', at('/reports'), { reports: many.slice(3), reason: '同じ系統' });
    expect(await lineOf('ministry.mhlw', 'electricity')).toMatchObject({ reports: 5, fresh: null });
    expect(await lineOf('ministry.meti', 'electricity')).toMatchObject({ reports: 5, fresh: 5 });
  });

  it('says who was asked and has not answered, until they have', async () => {
    world.clock.set(minutes(10));
    expect((await post('cs.duty', at('/inquiries'), { sectors: ['water', 'electricity'] })).status).toBe(201);
    expect((await lineOf('ministry.meti', 'water')).silentSince).toBe(minutes(10).toISOString());
    world.clock.set(minutes(12));
    const normal = { sector: 'water', state: 'normal', says: '影響なしを確認' };
    expect((await post('ministry.mhlw', at('/states'), normal)).status).toBe(201);
    expect((await lineOf('cs.duty', 'water')).silentSince).toBeNull();
    expect((await lineOf('cs.duty', 'electricity')).silentSince).toBe(minutes(10).toISOString());
    expect((await post('ministry.meti', at('/inquiries'), { sectors: ['water'] })).status).toBe(403);
  });

  it('says which failure caused which, by either ministry or the desk, and the last word holds', async () => {
    const link = { cause: 'electricity', effect: 'water', how: 'suspected', says: '停電で遠方監視が止まった' };
    expect((await post('ministry.mhlw', at('/spill-overs'), link)).status).toBe(201);
    expect(
      (await post('ministry.meti', at('/spill-overs'), { ...link, cause: 'gas', effect: 'finance' })).body.reason,
    ).toBe('not-your-sector');
    world.clock.set(minutes(13));
    expect((await post('ministry.meti', at('/spill-overs'), { ...link, how: 'confirmed' })).status).toBe(201);
    expect((await board('ministry.mhlw')).spills).toMatchObject([
      { cause: 'electricity', effect: 'water', how: 'confirmed' },
    ]);
    expect((await post('cs.duty', at('/spill-overs'), { ...link, effect: 'electricity' })).body.reason).toBe(
      'sector-unknown',
    );
  });

  it('keeps a log of decisions that is written by the desk and read by all', async () => {
    const decision = { decided: '公表は一本で行う', options: '各省で別々に公表', basis: '状況報告', authority: 'B-2' };
    expect((await post('ministry.meti', at('/decisions'), decision)).status).toBe(403);
    expect((await post('cs.chief', at('/decisions'), { ...decision, at: minutes(60).toISOString() })).body.reason).toBe(
      'time-ahead',
    );
    expect((await post('cs.chief', at('/decisions'), { ...decision, at: minutes(11).toISOString() })).status).toBe(201);
    expect((await board('ministry.mhlw')).decisions).toMatchObject([
      { decided: '公表は一本で行う', decidedAt: minutes(11).toISOString(), by: { ja: '人物cs.chief' } },
    ]);
  });
});
