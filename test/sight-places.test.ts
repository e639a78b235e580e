import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { amber, talk } from './channels.ts';
import { picturing } from './situations.ts';
import { buildWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

interface Row {
  body: string | null;
  why: string;
  mine: boolean;
  state: string;
}

/** For each persona: whether the thing opens, and what is said of who sees it; the two must agree. */
const askAll = async (kind: string, id: string, path: string): Promise<Map<string, Row[]>> => {
  const told = new Map<string, Row[]>();
  for (const who of world.people.keys()) {
    const [shown, sight] = [
      await world.call(who, 'GET', path),
      await world.call(who, 'GET', `/api/sight/${kind}/${id}`),
    ];
    expect([who, sight.status]).toEqual([who, shown.status === 403 ? 404 : shown.status]);
    if (sight.status !== 200) continue;
    told.set(who, sight.body.rows);
    expect([who, sight.body.rows.filter((it: Row) => it.mine && it.state === 'sees').length]).toEqual([who, 1]);
  }
  return told;
};
const bodies = (rows: readonly Row[] | undefined): string[] => (rows ?? []).map((it) => `${it.body} ${it.why}`).sort();

describe('who sees a place, as each persona finds by trying', () => {
  it('is of a thread the seats that read it, and a guest while he is one', async () => {
    const { seat, spaceOf, begin, minutes, later } = talk(world);
    const thread = await begin('ceptoar.power', await spaceOf('ceptoar.power', 'council'));
    expect([...(await askAll('thread', thread, `/api/threads/${thread}`)).keys()]).toEqual([
      'ceptoar.power',
      'ceptoar.water',
    ]);
    const invited = await world.call('ceptoar.power', 'POST', `/api/threads/${thread}/invitations`, {
      seat: seat('ministry.meti'),
      ends: minutes(60),
    });
    expect(invited.status).toBe(201);
    later(1);
    const told = await askAll('thread', thread, `/api/threads/${thread}`);
    expect(bodies(told.get('ceptoar.water'))).toEqual([
      'ceptoar.power takes-part',
      'ceptoar.water takes-part',
      'meti guest',
    ]);
    expect([...told.keys()]).toContain('ministry.meti');
    later(60);
    expect([...(await askAll('thread', thread, `/api/threads/${thread}`)).keys()]).toEqual([
      'ceptoar.power',
      'ceptoar.water',
    ]);
  });

  it('is of an inquiry all for who asked, and for each who was asked nobody but itself and who asked', async () => {
    const { seat } = talk(world);
    const asked = await world.call('ministry.meti', 'POST', '/api/inquiries', {
      subject: '点検の状況',
      text: '点検は済みましたか。',
      handling: amber,
      due: new Date(world.clock.now().getTime() + 86_400_000).toISOString(),
      seats: [seat('operator.power-a'), seat('operator.power-b')],
    });
    expect(asked.status).toBe(201);
    const told = await askAll('inquiry', asked.body.id, `/api/inquiries/${asked.body.id}`);
    expect([...told.keys()].sort()).toEqual(['ministry.meti', 'operator.power-a', 'operator.power-b']);
    expect(told.get('ministry.meti')).toHaveLength(3);
    expect(bodies(told.get('operator.power-b'))).toEqual(['meti asker', '架空power-b株式会社 asked']);
  });

  it('is of a support the two whose it is', async () => {
    const { seat } = talk(world);
    const begun = await world.call('ceptoar.power', 'POST', '/api/supports', {
      kind: 'ceptoar-activity',
      with: seat('ministry.meti'),
      offer: false,
      subject: '机上演習の進め方',
      text: '進め方の相談に乗ってほしい。',
    });
    const told = await askAll('support', begun.body.id, `/api/supports/${begun.body.id}`);
    expect([...told.keys()].sort()).toEqual(['ceptoar.power', 'ministry.meti']);
    expect(bodies(told.get('ceptoar.power'))).toEqual(['ceptoar.power helped', 'meti helper']);
  });

  it('is of a situation its desk alone until it is shared, and then those it is shared with', async () => {
    const { open, at, post } = picturing(() => world);
    const id = await open('広域の障害');
    expect([...(await askAll('situation', id, at())).keys()]).toEqual(['cs.duty', 'cs.chief']);
    expect((await post('cs.duty', at('/sharing'), { part: 'ministries' })).status).toBeLessThan(300);
    const told = await askAll('situation', id, at());
    expect([...told.keys()]).toEqual(['cs.duty', 'cs.chief', 'ministry.meti', 'ministry.mhlw']);
    expect(bodies(told.get('ministry.meti'))).toEqual(['cs desk', 'meti ministries', 'mhlw ministries']);
  });
});
