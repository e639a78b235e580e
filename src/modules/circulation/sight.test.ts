import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type Reply, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const sight = (who: string, kind: string, id: string): Promise<Reply> =>
  world.call(who, 'GET', `/api/sight/${kind}/${id}`);
const whys = (reply: Reply): string[] =>
  reply.body.rows.map((row: { body: string | null; why: string }) => `${row.body ?? '—'} ${row.why}`).sort();

describe('a report', () => {
  let id = '';
  beforeAll(async () => {
    const made = await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '応答停止',
      eventType: 'E31',
      handling: amber,
      copyToCeptoar: true,
      disclosure: { nameToCs: false },
    });
    id = made.body.id as string;
    await world.call('ministry.meti', 'GET', `/api/reports/${id}`);
    expect((await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`)).status).toBe(200);
    await world.call('operator.power-a', 'POST', `/api/reports/${id}/consents`, { class: 'agencies', act: 'given' });
    expect((await world.call('cs.duty', 'POST', `/api/reports/${id}/onward`, { class: 'agencies' })).status).toBe(200);
    await world.call('cs.duty', 'GET', `/api/reports/${id}`);
  });

  it('tells its reporter which bodies see it and why, which opened it, and who knows the name', async () => {
    const all = await sight('operator.power-a', 'report', id);
    expect(all.body.whole).toBe(true);
    expect(whys(all)).toEqual([
      'ceptoar.power copy',
      'cs way',
      'ipa consent',
      'jpcert consent',
      'meti way',
      '架空power-a株式会社 author',
    ]);
    const of = (body: string) => all.body.rows.find((row: { body: string }) => row.body === body);
    expect(of('cs')).toMatchObject({ via: 'meti', knowsName: false, openedAt: world.clock.now().toISOString() });
    expect(of('meti')).toMatchObject({ knowsName: true, openedAt: world.clock.now().toISOString() });
    expect(of('ipa')).toMatchObject({ via: 'cs', knowsName: false, openedAt: null });
    expect(JSON.stringify(all.body)).not.toContain('人物');
  });

  it('tells the centre that somebody reported, never who, and nothing of what other tiers did', async () => {
    const cs = await sight('cs.duty', 'report', id);
    expect(cs.body.whole).toBe(false);
    expect(whys(cs)).toEqual(['cs way', 'ipa consent', 'jpcert consent', '— author']);
    expect(cs.body.rows.every((row: { knowsName: unknown }) => row.knowsName === null)).toBe(true);
    expect(JSON.stringify(cs.body)).not.toMatch(/架空|ceptoar/u);
    expect(cs.body.groups).toEqual([]);
  });

  it('tells an agency of itself and of an author without a name', async () => {
    expect(whys(await sight('agency.ipa', 'report', id))).toEqual(['ipa consent', '— author']);
  });

  it.each(['operator.power-b', 'ministry.mhlw', 'security.meti', 'crisis.npa', 'admin.system'])(
    'is not there for %s, whom it did not reach',
    async (who) => expect((await sight(who, 'report', id)).status).toBe(404),
  );

  it('is not there under the name of another kind', async () => {
    expect((await sight('operator.power-a', 'provision', id)).status).toBe(404);
    expect((await sight('operator.power-a', 'thread', id)).status).toBe(404);
  });

  it('says that what was recalled has ended, to who reported', async () => {
    await world.call('operator.power-a', 'POST', `/api/reports/${id}/consents`, {
      class: 'agencies',
      act: 'withdrawn',
    });
    const all = await sight('operator.power-a', 'report', id);
    const states = new Map(all.body.rows.map((row: { body: string; state: string }) => [row.body, row.state]));
    expect([states.get('ipa'), states.get('cs')]).toEqual(['ended', 'sees']);
    expect((await sight('agency.ipa', 'report', id)).status).toBe(404);
  });
});

describe('a provision', () => {
  let id = '';
  beforeAll(async () => {
    const draft = await world.call('cs.duty', 'POST', '/api/provisions', {
      title: '注意喚起',
      body: '確かめてください。',
      kind: 'warning',
      handling: amber,
      tempo: 'relay',
      audience: { circles: ['ceptoar.power'], bodies: ['ipa'] },
    });
    id = draft.body.id as string;
    expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`)).status).toBe(200);
    expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).status).toBe(200);
  });

  it('is told to its desk by the public bodies, and operators are a number that waits on its way', async () => {
    const all = await sight('cs.duty', 'provision', id);
    expect(whys(all)).toEqual(['ceptoar.power secretariat', 'cs author', 'ipa named', 'meti above']);
    expect(all.body.groups).toEqual([
      { capacity: 'operator', sector: 'electricity', state: 'way', count: 6, opened: 0, acknowledged: 0 },
    ]);
    expect(JSON.stringify(all.body)).not.toContain('架空');
  });

  it('tells a member by which circle it came, and of no other member', async () => {
    for (const who of ['ministry.meti', 'ceptoar.power']) {
      const inbox = await world.call(who, 'GET', '/api/inbox?kind=provision');
      await world.call(who, 'POST', `/api/receipts/${inbox.body.items[0].receipt}/relay`);
    }
    const own = await sight('operator.power-b', 'provision', id);
    expect(own.body.rows.find((row: { mine: boolean }) => row.mine)).toMatchObject({
      why: 'member',
      circle: 'ceptoar.power',
      via: 'ceptoar.power',
    });
    expect([own.body.rows.length, own.body.groups]).toEqual([2, []]);
    const part = await sight('ceptoar.power', 'provision', id);
    expect([part.body.whole, part.body.groups[0]]).toEqual([
      false,
      { capacity: 'operator', sector: 'electricity', state: 'sees', count: 6, opened: 0, acknowledged: 0 },
    ]);
  });

  it('is known to nobody while it is a draft', async () => {
    const draft = await world.call('cs.duty', 'POST', '/api/provisions', {
      title: '下書き',
      body: '確かめてください。',
      kind: 'warning',
      handling: amber,
      tempo: 'relay',
      audience: { circles: ['ceptoar.power'], bodies: [] },
    });
    expect(whys(await sight('cs.chief', 'provision', draft.body.id as string))).toEqual(['cs author']);
    expect((await sight('ministry.meti', 'provision', draft.body.id as string)).status).toBe(404);
  });
});
