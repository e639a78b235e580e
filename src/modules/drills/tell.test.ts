import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { serverWords } from '../../composition.ts';
import { drilling, players, report, start } from '../../../test/drills.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { composeMail } from '../notices/index.ts';

let world: World;
let stage: ReturnType<typeof drilling>;
beforeAll(async () => {
  world = await buildWorld(start);
  stage = drilling(world);
});
beforeEach(async () => {
  await world.admin.query('delete from notices.notice');
  await world.admin.query('delete from platform.mail');
});
afterAll(() => world.close());

const office = { origin: 'https://noroshi.example', words: serverWords, seal: null, sealCms: null, returns: null };
const letters = async (): Promise<{ subject: string; text: string; drill: boolean }[]> => {
  await composeMail(world.worker, world.clock, office);
  return (await world.admin.query('select subject, text, drill from platform.mail')).rows;
};
const told = async (): Promise<Map<string, string[]>> => {
  await world.settle();
  const found = new Map<string, string[]>();
  for (const who of world.people.keys()) {
    const items = (await world.call(who, 'GET', '/api/notices?unread=true')).body.items as { why: string }[];
    const whys = items.map((it) => it.why).filter((why) => why.startsWith('drill-'));
    if (whys.length > 0) found.set(who, whys);
  }
  return found;
};
const all = (why: string, whom: readonly string[]) => new Map(whom.map((who) => [who, [why]]));
const sorted = (it: Map<string, string[]>) => [...it].toSorted(([a], [b]) => a.localeCompare(b));

describe('who was invited to a drill', () => {
  it('hears of it before it opens only where it is announced; whoever was not invited hears nothing', async () => {
    const secret = (await stage.plan('cs.duty')).body.id;
    expect(await told()).toEqual(new Map());
    await stage.turn('cs.chief', secret, 'calling-off');
    expect(await told()).toEqual(new Map());
    const open = (await stage.plan('cs.duty', { announced: true })).body.id;
    expect(sorted(await told())).toEqual(sorted(all('drill-invited', [...players, 'cs.planner'])));
    await stage.turn('cs.chief', open, 'calling-off');
    expect(sorted(await told())).toEqual(sorted(all('drill-called-off', [...players, 'cs.planner'])));
  });

  it('is told each turn, under 【訓練】 in the portal and by mail, and what was told before rings no more', async () => {
    const id = (await stage.plan('cs.duty')).body.id;
    const turns = [
      ['cs.chief', 'opening', 'drill-opened'],
      ['cs.duty', 'pause', 'drill-paused'],
      ['cs.duty', 'resumption', 'drill-resumed'],
      ['cs.duty', 'closing', 'drill-closed'],
    ] as const;
    for (const [who, what, why] of turns) {
      expect([what, (await stage.turn(who, id, what)).status]).toEqual([what, 201]);
      expect([what, sorted(await told())]).toEqual([what, sorted(all(why, [...players, 'cs.planner']))]);
      const [notice] = (await world.call('operator.power-a', 'GET', '/api/notices?unread=true')).body.items;
      expect(notice).toMatchObject({ rehearsal: 'drill', urgent: false, thing: { kind: 'drill', id } });
      const sent = await letters();
      expect(sent.length).toBe(players.length + 1);
      for (const it of sent)
        expect([it.drill, it.subject.startsWith('【訓練】'), it.text.startsWith('【訓練】')]).toEqual([
          true,
          true,
          true,
        ]);
      await world.admin.query('delete from platform.mail');
    }
  });

  it('is told by a letter of its own, and of the real sender, when something real breaks it off', async () => {
    const id = (await stage.plan('cs.duty')).body.id;
    await stage.turn('cs.chief', id, 'opening');
    expect((await stage.turn('operator.power-a', id, 'real', id)).status).toBe(201);
    const whom = [...players.filter((who) => who !== 'operator.power-a'), 'cs.planner', 'cs.duty', 'cs.chief'];
    expect(sorted(await told())).toEqual(sorted(all('drill-real', whom)));
    for (const it of await letters()) {
      expect(it).toMatchObject({ drill: false });
      expect(it.subject.startsWith('【実】')).toBe(true);
      expect(it.text).not.toContain('実際の事案ではありません');
    }
    await stage.turn('cs.duty', id, 'closing');
    await world.settle();
  });

  it('and reports inside it, count in no live figure', async () => {
    const tally = async (): Promise<string> =>
      JSON.stringify(
        (await world.call('cs.chief', 'GET', '/api/measures')).body.items.map(
          (it: { label: string; evidence: { fact: string; count: number }[] }) => [
            it.label,
            it.evidence.filter((one) => !one.fact.startsWith('drill.') && !one.fact.startsWith('exercise.')),
          ],
        ),
      );
    const before = await tally();
    const id = (await stage.plan('cs.duty')).body.id;
    await stage.turn('cs.chief', id, 'opening');
    await stage.inside(id, 'operator.power-a', 'POST', '/api/reports', report);
    await world.settle();
    expect(await tally()).toBe(before);
  });
});
