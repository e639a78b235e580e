import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tellReportsDue } from './index.ts';
import { picturing } from '../../../test/situations.ts';
import { buildWorld, type Reply, type World } from '../../../test/world.ts';

let world: World;
const start = new Date('2026-11-23T03:00:00Z');
const minutes = (n: number): Date => new Date(start.getTime() + n * 60_000);
const { post, get, at, board, open, declare } = picturing(() => world);
const patch = (who: string, id: string, body: object): Promise<Reply> =>
  world.call(who, 'PATCH', `/api/situation-reports/${id}`, body);
const show = (who: string, id: string): Promise<Reply> => get(who, `/api/situation-reports/${id}`);
const release = (who: string, id: string): Promise<Reply> => post(who, `/api/situation-reports/${id}/release`);
const state = (sector: string, how: string) => ({ sector, state: how, says: '手動で継続', detail: '原因は調査中。' });
beforeAll(async () => {
  world = await buildWorld(start);
  await declare();
  await open('東北の複合障害（架空）');
  await post('cs.duty', at('/states'), state('electricity', 'stopped'));
});
afterAll(() => world.close());

describe('a situation report', () => {
  let first = '';
  it('is due every so many hours, by a row that all at the picture see', async () => {
    const rhythm = (who: string) => world.call(who, 'PUT', at('/rhythm'), { hours: 3 });
    expect((await rhythm('ministry.meti')).status).toBe(403);
    expect((await rhythm('cs.duty')).body.next).toBe(minutes(180).toISOString());
    expect((await board('cs.chief')).nextReport).toBe(minutes(180).toISOString());
  });

  it('is told of to its desk before it is due, once for each, and to nobody else', async () => {
    const tell = () => tellReportsDue(world.worker, world.clock, { mail: true });
    world.clock.set(minutes(149));
    expect(await tell()).toBe(0);
    world.clock.set(minutes(150));
    expect([await tell(), await tell()]).toEqual([1, 0]);
    const due = async (who: string) =>
      (await get(who, '/api/notices')).body.items.filter((it: { why: string }) => it.why === 'situation-report-near');
    expect(await due('cs.chief')).toMatchObject([{ urgent: true, thing: { kind: 'situation', id: at().slice(-36) } }]);
    expect((await get('cs.chief', '/api/situation-reports/due')).body.items).toEqual([
      expect.objectContaining({ situation: at().slice(-36), due: minutes(180).toISOString(), draft: null }),
    ]);
    expect((await get('ministry.meti', '/api/situation-reports/due')).status).toBe(403);
    for (const who of ['ministry.meti', 'crisis.npa', 'operator.power-a', 'admin.system'])
      expect([who, await due(who)]).toEqual([who, []]);
    world.clock.set(start);
  });

  it('is begun with the picture as it is, one at a time, and is the desk’s alone', async () => {
    first = (await post('cs.duty', at('/situation-reports'))).body.id;
    expect((await post('cs.chief', at('/situation-reports'))).body.reason).toBe('report-waits');
    const seen = (await show('cs.duty', first)).body;
    expect(seen.changes.sectors).toEqual([{ sector: 'electricity', was: null, now: 'stopped' }]);
    expect(JSON.stringify(seen)).not.toContain('原因は調査中');
    await post('cs.duty', at('/sharing'), { part: 'ministries' });
    for (const who of ['ministry.meti', 'crisis.npa', 'operator.power-a'])
      expect([who, (await show(who, first)).status]).toEqual([who, 404]);
    expect((await board('ministry.meti')).written).toEqual([]);
  });

  it('names nobody, and says something before it goes', async () => {
    expect((await release('cs.chief', first)).body.reason).toBe('nothing-said');
    expect((await patch('cs.duty', first, { summary: '架空power-aが止まった' })).body.reason).toBe('names-a-body');
    expect((await patch('ministry.meti', first, { summary: 'x' })).status).toBe(403);
    expect((await patch('cs.duty', first, { summary: '電力が止まっている。', outlook: '未定' })).status).toBe(200);
  });

  it('goes with a second person who had no hand in it, to exactly the seats at the picture, once', async () => {
    await post('cs.duty', at('/sharing'), { part: 'crisis' });
    expect((await release('cs.duty', first)).status).toBe(403);
    await post('crisis.npa', '/api/mode/places');
    const [one, two] = await Promise.all([release('cs.chief', first), release('cs.chief', first)]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([201, 409]);
    for (const who of ['ministry.meti', 'ministry.mhlw', 'crisis.npa']) {
      expect([who, (await show(who, first)).body.summary]).toEqual([who, '電力が止まっている。']);
      expect((await get(who, '/api/inbox')).body.items).toMatchObject([{ kind: 'situation-report' }]);
    }
    for (const who of ['security.meti', 'operator.power-a', 'ceptoar.power', 'agency.ipa', 'admin.system'])
      expect([who, (await show(who, first)).status]).toEqual([who, 404]);
    expect((await patch('cs.duty', first, { summary: 'あとから' })).body.reason).toBe('already-sent');
    expect((await board('ministry.meti')).nextReport).toBe(minutes(360).toISOString());
  });

  it('keeps the picture of its hour, and the next says what is new', async () => {
    world.clock.set(minutes(200));
    await post('ministry.meti', at('/states'), state('electricity', 'degraded'));
    expect((await show('ministry.meti', first)).body.picture.sectors).toContainEqual(
      expect.objectContaining({ sector: 'electricity', state: 'stopped' }),
    );
    const second = (await post('cs.chief', at('/situation-reports'))).body.id;
    expect((await show('cs.chief', second)).body).toMatchObject({
      number: 2,
      changes: { sectors: [{ sector: 'electricity', was: 'stopped', now: 'degraded' }], spills: 0, decisions: 0 },
    });
    await patch('cs.chief', second, { summary: '一部が戻った。' });
    expect((await release('cs.chief', second)).body.reason).toBe('needs-second-person');
    await world.settle();
  });

  it('leaves no way around the second person in the database itself', async () => {
    const sent = world.admin.query(
      `update circulation.item set sent = now() where kind = 'situation-report' and sent is null`,
    );
    await expect(sent).rejects.toThrow('needs-second-person');
  });
});
