import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const day = 86_400_000;
const later = (n: number): Date => new Date(noon.getTime() + n * day);
const hub = 'agency.ipa';
const members = ['operator.power-a', 'operator.power-b', 'operator.water-a'];
const agreements = new Map<string, string>();
beforeAll(async () => {
  world = await buildWorld(noon);
  for (const who of [...members, 'operator.power-d'])
    await world.call(who, 'POST', '/api/introductions', { hub: seat(hub) });
  for (const who of members) agreements.set(who, await agreed(who, ['hub-item']));
  await agreed('operator.power-d', ['early-warning']);
});
beforeEach(() => world.clock.set(noon));
afterAll(() => world.close());

const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const post = (who: string, path: string, body: object = {}) => world.call(who, 'POST', path, body);
const get = (who: string, path: string) => world.call(who, 'GET', path);
const agreed = async (who: string, kinds: string[]): Promise<string> => {
  const made = await post(hub, '/api/agreements', {
    seat: seat(who),
    kinds,
    version: '1',
    text: '許された範囲にだけ渡す。',
    from: noon.toISOString(),
    until: later(100).toISOString(),
    signedBy: '見本一郎（架空）',
  });
  expect([who, made.status]).toEqual([who, 201]);
  await post(who, `/api/agreements/${made.body.id}/answer`, {
    accept: true,
    hash: made.body.hash,
    signedBy: '見本花子（架空）',
  });
  return made.body.id;
};
const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const gift = (more: object = {}) => ({
  hub: seat(hub),
  title: '大量の通信をしのいだ手当て',
  body: '上流と決めておいた絞り方が効いた。',
  handling: amber,
  toMembers: false,
  toCentre: 'no',
  ...more,
});
const give = async (more: object = {}, who = 'operator.power-a'): Promise<string> => {
  const made = await post(who, '/api/offerings', gift(more));
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id;
};
const pass = (id: string, to: string, who = hub) => post(who, `/api/offerings/${id}/passing`, { to });
const statusOf = async (id: string, who: string): Promise<number> => (await get(who, `/api/offerings/${id}`)).status;
const everyone = (): string[] => [...world.people.keys()];
const readers = async (id: string): Promise<string[]> => {
  const seen: string[] = [];
  for (const who of everyone()) {
    const listed = (await get(who, '/api/offerings')).body.items.some((it: { id: string }) => it.id === id);
    const shown = (await statusOf(id, who)) === 200;
    expect([who, listed]).toEqual([who, shown]);
    if (shown) seen.push(who);
  }
  return seen.toSorted();
};
const hubSide = (): string[] => everyone().filter((who) => seat(who) === seat(hub));
const besides = (...more: string[]): string[] => [...new Set(['operator.power-a', ...hubSide(), ...more])].toSorted();

it('stays with the hub when its giver lets it go no further', async () => {
  const id = await give();
  expect(await readers(id)).toEqual(besides());
  expect((await get(hub, `/api/offerings/${id}`)).body).toMatchObject({
    part: 'hub',
    source: { ja: '架空power-a株式会社' },
    may: [],
  });
  for (const to of ['members', 'centre']) expect((await pass(id, to)).body.reason).toBe('not-so-far');
  expect((await post(hub, `/api/offerings/${id}/passing`, { to: 'police' })).status).toBe(400);
});

it('goes to those under the agreement without the name, and to nobody before the hub passes it on', async () => {
  const id = await give({ toMembers: true });
  expect(await readers(id)).toEqual(besides());
  expect((await pass(id, 'members')).status).toBe(201);
  expect((await pass(id, 'members')).body.reason).toBe('passed-already');
  expect(await readers(id)).toEqual(besides('operator.power-b', 'operator.water-a'));
  const read = await get('operator.water-a', `/api/offerings/${id}`);
  expect(read.body).toMatchObject({ part: 'member', source: null, extent: null, passed: [], may: [] });
  const said = JSON.stringify([read.body, (await get('operator.water-a', '/api/offerings')).body]);
  for (const one of ['power-a', seat('operator.power-a'), world.people.get('operator.power-a')?.body])
    expect(said).not.toContain(one);
});

it('goes to the centre without its name, or with it, as its giver says', async () => {
  const [unnamed, named] = [await give({ toCentre: 'unnamed' }), await give({ toCentre: 'named' })];
  for (const id of [unnamed, named]) expect((await pass(id, 'centre')).status).toBe(201);
  const centre = everyone().filter((who) => seat(who) === seat('cs.duty'));
  expect(await readers(unnamed)).toEqual(besides(...centre));
  expect((await get('cs.duty', `/api/offerings/${unnamed}`)).body.source).toBeNull();
  expect((await get('cs.duty', `/api/offerings/${named}`)).body.source).toMatchObject({ ja: '架空power-a株式会社' });
  expect((await pass(unnamed, 'members')).body.reason).toBe('not-so-far');
  // The giver thinks better of its name: it is gone at once, and the words stay.
  await post('operator.power-a', `/api/offerings/${named}/extent`, { toMembers: false, toCentre: 'unnamed' });
  expect((await get('cs.duty', `/api/offerings/${named}`)).body).toMatchObject({
    source: null,
    text: { title: '大量の通信をしのいだ手当て' },
  });
});

it('comes back as far as its giver takes it back, and is not passed on again by itself', async () => {
  const id = await give({ toMembers: true, toCentre: 'unnamed' });
  for (const to of ['members', 'centre']) await pass(id, to);
  expect(
    (await post('operator.power-a', `/api/offerings/${id}/extent`, { toMembers: false, toCentre: 'unnamed' })).status,
  ).toBe(200);
  expect(await statusOf(id, 'operator.power-b')).toBe(404);
  expect(await statusOf(id, 'cs.duty')).toBe(200);
  await post('operator.power-a', `/api/offerings/${id}/extent`, { toMembers: true, toCentre: 'unnamed' });
  expect(await statusOf(id, 'operator.power-b')).toBe(404);
  world.clock.set(later(1));
  expect((await pass(id, 'members')).status).toBe(201);
  expect(await statusOf(id, 'operator.power-b')).toBe(200);
  expect((await post('operator.power-a', `/api/offerings/${id}/withdrawal`)).status).toBe(201);
  expect((await post('operator.power-a', `/api/offerings/${id}/withdrawal`)).body.reason).toBe('offering-withdrawn');
  for (const who of ['operator.power-b', 'cs.duty', hub]) {
    const left = (await get(who, `/api/offerings/${id}`)).body;
    expect([who, left.text, left.withdrawnAt]).toEqual([who, null, later(1).toISOString()]);
    expect(JSON.stringify((await get(who, '/api/offerings')).body)).not.toContain(`"${id}","text":{`);
  }
  expect((await get('operator.power-a', `/api/offerings/${id}`)).body.text.title).toBe('大量の通信をしのいだ手当て');
  expect(
    (await post('operator.power-a', `/api/offerings/${id}/extent`, { toMembers: true, toCentre: 'no' })).body.reason,
  ).toBe('offering-withdrawn');
  expect((await pass(id, 'members')).body.reason).toBe('offering-withdrawn');
});

it('is asked of the agreement at each moment: who leaves reads no more, and nothing of theirs is passed on', async () => {
  const [id, theirs] = [await give({ toMembers: true }), await give({ toMembers: true }, 'operator.water-a')];
  await pass(id, 'members');
  expect(await statusOf(id, 'operator.water-a')).toBe(200);
  await post('operator.water-a', `/api/agreements/${agreements.get('operator.water-a')}/end`, {
    reason: '体制の見直し',
  });
  expect(await statusOf(id, 'operator.water-a')).toBe(404);
  expect((await pass(theirs, 'members')).body.reason).toBe('agreement-over');
  expect((await post('operator.water-a', '/api/offerings', gift())).body.reason).toBe('no-agreement-with-hub');
  expect((await get('operator.water-a', '/api/offering-hubs')).body.items).toEqual([]);
  // It stays the giver's own to take back.
  expect((await post('operator.water-a', `/api/offerings/${theirs}/withdrawal`)).status).toBe(201);
  world.clock.set(later(100));
  expect(await statusOf(id, 'operator.power-b')).toBe(404);
});

it('is refused without an agreement on it, in a name’s own words, beyond a mark, and to whoever has no part', async () => {
  for (const who of ['operator.power-d', 'operator.power-c', 'ministry.meti', hub, 'cs.duty'])
    expect([who, (await post(who, '/api/offerings', gift())).body.reason]).toEqual([who, 'no-agreement-with-hub']);
  expect((await post('operator.power-a', '/api/offerings', gift({ hub: seat('ministry.meti') }))).body.reason).toBe(
    'no-agreement-with-hub',
  );
  const naming = { body: '架空power-a株式会社で効いた。' };
  for (const far of [{ toMembers: true }, { toCentre: 'unnamed' }])
    expect((await post('operator.power-a', '/api/offerings', gift({ ...naming, ...far }))).body.reason).toBe(
      'note-names-source',
    );
  const own = await give({ ...naming, toCentre: 'named' });
  expect(
    (await post('operator.power-a', `/api/offerings/${own}/extent`, { toMembers: true, toCentre: 'named' })).body
      .reason,
  ).toBe('note-names-source');
  const red = { handling: { ...amber, value: 'RED' } };
  expect((await post('operator.power-a', '/api/offerings', gift({ ...red, toMembers: true }))).body.reason).toBe(
    'mark-forbids',
  );
  for (const who of ['operator.power-b', 'cs.duty', 'agency.jpcert', 'admin.system'])
    for (const [tail, body] of [
      ['extent', { toMembers: true, toCentre: 'no' }],
      ['withdrawal', {}],
    ] as const)
      expect([who, tail, (await post(who, `/api/offerings/${own}/${tail}`, body)).status]).toEqual([who, tail, 404]);
  for (const who of ['agency.jpcert', 'cs.duty'])
    expect([who, (await pass(own, 'centre', who)).status]).toEqual([who, 404]);
  expect((await pass(own, 'centre', 'operator.power-a')).status).toBe(403);
  // The hub reads how far it may go, and cannot say so itself.
  expect((await post(hub, `/api/offerings/${own}/extent`, { toMembers: true, toCentre: 'no' })).status).toBe(404);
  const drill = await world.openDrill(['operator.power-a', hub]);
  const apart = await world.call('operator.power-a', 'GET', `/api/offerings/${own}`, undefined, {
    'noroshi-realm': drill,
  });
  expect(apart.status).toBe(404);
});

it('tells the hub, and those it was passed on to, that there is something', async () => {
  const waits = async (who: string) =>
    (await get(who, '/api/notices')).body.items.filter((it: { why: string }) => it.why === 'offering').length;
  await world.settle();
  const before = await Promise.all([hub, 'operator.power-b', 'cs.duty', 'operator.power-d'].map(waits));
  const id = await give({ toMembers: true, toCentre: 'unnamed' });
  await world.settle();
  expect(await waits(hub)).toBe((before[0] ?? 0) + 1);
  await pass(id, 'members');
  await pass(id, 'centre');
  await world.settle();
  expect(await Promise.all(['operator.power-b', 'cs.duty', 'operator.power-d'].map(waits))).toEqual([
    (before[1] ?? 0) + 1,
    (before[2] ?? 0) + 1,
    before[3],
  ]);
});
