import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWorld, type Reply, type World } from '../../../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const inDays = (n: number): string => new Date(noon.getTime() + n * 86_400_000).toISOString();
beforeAll(async () => {
  world = await buildWorld(noon);
});
beforeEach(() => world.clock.set(noon));
afterAll(() => world.close());

const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const body = (who: string): string => world.people.get(who)?.body ?? '';
const introduce = (who: string, hub = 'agency.jpcert') =>
  world.call(who, 'POST', '/api/introductions', { hub: seat(hub), note: '早期警戒情報を受け取りたい' });
const propose = (who: string, more: object = {}, by = 'agency.jpcert'): Promise<Reply> =>
  world.call(by, 'POST', '/api/agreements', {
    seat: seat(who),
    kinds: ['early-warning'],
    version: '第1版',
    text: '受け取った情報は、対策のためにだけ用いる。',
    from: inDays(0),
    until: inDays(200),
    signedBy: '連携責任者 見本一郎（架空）',
    ...more,
  });
const accept = (who: string, id: string, hash: string, more: object = {}): Promise<Reply> =>
  world.call(who, 'POST', `/api/agreements/${id}/answer`, {
    accept: true,
    hash,
    signedBy: '情報システム部長 見本花子（架空）',
    ...more,
  });
/** An agreement that stands from now on. */
const agreed = async (who: string, more: object = {}, by = 'agency.jpcert'): Promise<string> => {
  const made = await propose(who, more, by);
  expect([made.status, made.body.reason]).toEqual([201, undefined]);
  const answer = await accept(who, made.body.id, made.body.hash);
  expect([answer.status, answer.body.reason]).toEqual([200, undefined]);
  return made.body.id;
};
const stateOf = async (who: string, id: string): Promise<unknown> =>
  (await world.call(who, 'GET', `/api/agreements/${id}`)).body.state;

describe('a body that is not public', () => {
  it('is known to a hub only once it has made itself known, and to no other hub', async () => {
    const known = async (hub: string) =>
      (await world.call(hub, 'GET', '/api/bodies?kind=operator')).body.items.map((b: { id: string }) => b.id);
    expect(await known('agency.jpcert')).toEqual([]);
    expect((await propose('operator.power-a')).status).toBe(404);
    expect((await introduce('operator.power-a')).status).toBe(201);
    expect(await known('agency.jpcert')).toEqual([body('operator.power-a')]);
    expect(await known('agency.ipa')).toEqual([]);
    expect((await introduce('operator.power-a')).status).toBe(201);
    const mine = (await world.call('agency.jpcert', 'GET', '/api/introductions')).body.items;
    expect(mine.map((i: { seat: string }) => i.seat)).toEqual([seat('operator.power-a')]);
    expect((await world.call('operator.power-b', 'GET', '/api/introductions')).body.items).toEqual([]);
  });

  it('makes itself known to hubs only', async () => {
    expect((await introduce('operator.power-a', 'ceptoar.water')).body.reason).toBe('not-a-hub');
    expect((await introduce('agency.jpcert')).body.reason).toBe('own-body');
    expect((await introduce('operator.power-a', 'operator.power-b')).status).toBe(404);
  });
});

describe('an agreement', () => {
  it('stands when the other side has accepted the very text, and is seen by both sides and nobody else', async () => {
    await introduce('operator.power-b');
    const made = await propose('operator.power-b');
    expect(made.body).toMatchObject({ state: 'proposed', mine: 'hub', answer: null });
    const path = `/api/agreements/${made.body.id}`;
    expect((await world.call('operator.power-b', 'GET', path)).body).toMatchObject({
      mine: 'other',
      text: made.body.text,
    });
    for (const who of [
      'operator.power-a',
      'ministry.meti',
      'ceptoar.power',
      'cs.chief',
      'agency.ipa',
      'admin.system',
    ]) {
      expect((await world.call(who, 'GET', path)).status).toBe(404);
      expect((await accept(who, made.body.id, made.body.hash)).status).toBe(who === 'admin.system' ? 403 : 404);
    }
    expect((await accept('agency.jpcert', made.body.id, made.body.hash)).body.reason).toBe('not-your-answer');
    expect((await accept('operator.power-b', made.body.id, '0'.repeat(64))).body.reason).toBe('text-not-that');
    expect((await accept('operator.power-b', made.body.id, made.body.hash)).body).toMatchObject({ state: 'in-force' });
    expect((await accept('operator.power-b', made.body.id, made.body.hash)).body.reason).toBe('answered-already');
    const list = (await world.call('agency.jpcert', 'GET', '/api/agreements?state=in-force&side=hub')).body.items;
    expect(list.map((a: { id: string }) => a.id)).toContain(made.body.id);
  });

  it('cannot be accepted by the hub itself, not even with SQL of its own', async () => {
    const made = await propose('operator.power-b');
    const hub = world.people.get('agency.jpcert');
    await expect(
      world.db.transaction().execute(async (tx) => {
        const { sql } = await import('kysely');
        const { tokenHash } = await import('../../../../platform/acting.ts');
        await sql`select * from acting.begin(${tokenHash(hub?.token ?? '')}, null, ${noon})`.execute(tx);
        await sql`insert into parties.agreement_answer (agreement, seat, person, accepted, hash, signed_by, at)
                  values (${made.body.id}, ${seat('operator.power-b')}, ${hub?.person}, true, ${made.body.hash}, 'x', ${noon})`.execute(
          tx,
        );
      }),
    ).rejects.toMatchObject({ code: '42501' });
    expect(await stateOf('agency.jpcert', made.body.id)).toBe('proposed');
  });

  it('may be declined, and a declined or lapsed one cannot be accepted', async () => {
    const made = await propose('operator.power-b');
    expect((await accept('operator.power-b', made.body.id, made.body.hash, { accept: false })).body.state).toBe(
      'declined',
    );
    const late = await propose('operator.power-b', { until: inDays(1) });
    world.clock.set(new Date(inDays(1)));
    expect(await stateOf('operator.power-b', late.body.id)).toBe('lapsed');
    expect((await accept('operator.power-b', late.body.id, late.body.hash)).body.reason).toBe('agreement-over');
  });

  it('is over in its last minute, and whatever was ended stays ended when the clock is set back', async () => {
    const id = await agreed('operator.power-b', { until: inDays(10) });
    world.clock.set(new Date(new Date(inDays(10)).getTime() - 1000));
    expect(await stateOf('operator.power-b', id)).toBe('in-force');
    world.clock.set(new Date(inDays(10)));
    expect(await stateOf('operator.power-b', id)).toBe('expired');
    world.clock.set(new Date(inDays(5)));
    const ended = await world.call('operator.power-b', 'POST', `/api/agreements/${id}/end`, {
      reason: '体制を改めるため',
    });
    expect(ended.body).toMatchObject({ state: 'ended', end: { by: 'other', reason: '体制を改めるため' } });
    world.clock.set(new Date(inDays(2)));
    expect(await stateOf('agency.jpcert', id)).toBe('ended');
    const again = await world.call('agency.jpcert', 'POST', `/api/agreements/${id}/end`, { reason: 'x' });
    expect(again.body.reason).toBe('agreement-over');
  });

  it('is refused with kinds that are not the hub’s, seats off the way, dates that are none, and endless terms', async () => {
    await introduce('business.cloud');
    const reasons = [
      await propose('operator.power-b', { kinds: ['partner-notice'] }),
      await propose('business.cloud'),
      await propose('operator.power-b', { until: inDays(-1) }),
      await propose('operator.power-b', { from: inDays(3), until: inDays(2) }),
      await propose('operator.power-b', { until: inDays(3000) }),
      await propose('agency.jpcert'),
      await propose('operator.power-b', {}, 'ceptoar.power'),
      await propose('ceptoar.water', {}, 'ceptoar.power'),
    ].map((it) => it.body.reason);
    expect(reasons).toEqual([
      'kind-not-offered',
      'capacity-not-on-way',
      'impossible-date',
      'impossible-date',
      'agreement-too-long',
      'own-body',
      'kind-not-offered',
      'kind-not-offered',
    ]);
  });
});

describe('the members of a hub', () => {
  it('know each other only where the rules of both agreements say so, and only while they stand', async () => {
    const circle = (
      await world.call('agency.jpcert', 'POST', '/api/hub-circles', { name: { ja: '電力SIG', en: 'Power SIG' } })
    ).body.id as string;
    for (const who of ['operator.power-c', 'operator.power-d', 'operator.power-e']) await introduce(who);
    const fellows = async (who: string, id: string): Promise<string[]> =>
      (await world.call(who, 'GET', `/api/agreements/${id}`)).body.fellows.map((f: { ja: string }) => f.ja);
    const c = await agreed('operator.power-c', { circle, membersKnown: true });
    const d = await agreed('operator.power-d', { circle, membersKnown: true, until: inDays(20) });
    const e = await agreed('operator.power-e', { circle });
    expect(await fellows('operator.power-c', c)).toEqual(['架空power-d株式会社']);
    expect(await fellows('operator.power-e', e)).toEqual([]);
    expect(await fellows('agency.jpcert', d)).toEqual([]);
    world.clock.set(new Date(inDays(20)));
    expect(await fellows('operator.power-c', c)).toEqual([]);
    const seen = async (who: string) =>
      (await world.call(who, 'GET', '/api/circles')).body.items.find((it: { id: string }) => it.id === circle);
    expect((await seen('agency.jpcert')).members).toBe(2);
    expect((await seen('operator.power-c')).members).toBeNull();
    for (const who of ['operator.power-a', 'cs.duty', 'agency.ipa']) expect(await seen(who)).toBeUndefined();
  });

  it('are gathered by hubs only, within one’s own circles', async () => {
    const name = { ja: '会', en: 'Circle' };
    expect((await world.call('ceptoar.power', 'POST', '/api/hub-circles', { name })).body.reason).toBe('not-a-hub');
    const theirs = (await world.call('agency.ipa', 'POST', '/api/hub-circles', { name })).body.id;
    expect((await propose('operator.power-c', { circle: theirs })).status).toBe(404);
  });
});
