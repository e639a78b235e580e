import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorld, type PersonaKey, type SmallWorld } from '../../../../../test/parties-world.ts';

let world: SmallWorld;
const cookies = new Map<PersonaKey, string>();
const as = (who: PersonaKey): string => cookies.get(who) ?? '';
const duty = { role: 'duty', label: '中央指令所', hours: 'night', position: 1, phone: '011-000-0001' } as const;

beforeAll(async () => {
  world = await smallWorld();
  for (const who of [
    'operator.power-a',
    'operator.power-b',
    'operator.water-a',
    'ceptoar.power',
    'ministry.meti',
    'security.meti',
    'cs.duty',
    'admin.system',
  ] as const)
    cookies.set(who, await world.enter(who));
});
afterAll(() => world.close());

const add = (who: PersonaKey, body: object = duty) => world.ask('POST', '/api/contacts', { as: as(who), body });
const labels = async (who: PersonaKey, query = ''): Promise<unknown[]> =>
  (await world.ask('GET', `/api/contacts${query}`, { as: as(who) })).body.items.map((one) => one['label']);

describe('contact points', () => {
  it('are seen by their body and the seats above it, in calling order, and by no other operator', async () => {
    await add('operator.power-a', { ...duty, label: '二番', position: 2, hours: 'day' });
    expect((await add('operator.power-a')).status).toBe(201);
    expect(await labels('operator.power-a', '?of=mine')).toEqual(['中央指令所', '二番']);
    expect(await labels('ministry.meti', '?of=below')).toEqual(['中央指令所', '二番']);
    expect(await labels('ceptoar.power', '?of=below')).toEqual(['中央指令所', '二番']);
    for (const who of ['operator.power-b', 'operator.water-a', 'security.meti', 'admin.system'] as const)
      expect(await labels(who)).toEqual([]);
  });

  it('of public bodies are seen by everybody, and their duty telephones even without signing in', async () => {
    await add('ministry.meti', { ...duty, label: '経産当直', phone: '03-0000-0003' });
    await add('ministry.meti', { ...duty, role: 'general', position: 2, label: '経産総務', phone: '03-0000-0004' });
    expect(await labels('operator.water-a', '?of=desks')).toEqual(['経産当直', '経産総務']);
    const desks = await world.ask('GET', '/api/desks');
    expect(desks.body.items.map((one) => one['label'])).toEqual(['経産当直']);
  });

  it('are verified, and have to be again after another number or ninety days', async () => {
    const made = await add('operator.water-a');
    const path = `/api/contacts/${String(made.body['id'])}`;
    expect(made.body['fresh']).toBe(false);
    expect((await world.ask('POST', `${path}/verification`, { as: as('operator.water-a'), body: {} })).status).toBe(
      200,
    );
    const renamed = await world.ask('PATCH', path, { as: as('operator.water-a'), body: { label: '夜間' } });
    expect(renamed.body).toMatchObject({ label: '夜間', fresh: true });
    const moved = await world.ask('PATCH', path, { as: as('operator.water-a'), body: { phone: '011-000-9999' } });
    expect(moved.body).toMatchObject({ verifiedAt: null, fresh: false });
  });

  it('without telephone and mail are refused', async () => {
    expect((await add('operator.power-a', { ...duty, phone: null })).body['reason']).toBe('contact-unreachable');
    const made = await add('operator.power-a', { ...duty, position: 3 });
    const emptied = await world.ask('PATCH', `/api/contacts/${String(made.body['id'])}`, {
      as: as('operator.power-a'),
      body: { phone: null },
    });
    expect(emptied.body['reason']).toBe('contact-unreachable');
    await world.ask('DELETE', `/api/contacts/${String(made.body['id'])}`, { as: as('operator.power-a') });
  });

  it('of another body cannot be changed, verified or ended: they are not there', async () => {
    const [theirs] = (await world.ask('GET', '/api/contacts?of=below', { as: as('ministry.meti') })).body.items;
    const path = `/api/contacts/${String(theirs?.['id'])}`;
    for (const who of ['ministry.meti', 'operator.power-b'] as const) {
      expect((await world.ask('PATCH', path, { as: as(who), body: { label: 'x' } })).status).toBe(404);
      expect((await world.ask('POST', `${path}/verification`, { as: as(who), body: {} })).status).toBe(404);
      expect((await world.ask('DELETE', path, { as: as(who) })).status).toBe(404);
    }
  });

  it('end and are gone from every list', async () => {
    const made = await add('operator.power-b');
    expect(
      (await world.ask('DELETE', `/api/contacts/${String(made.body['id'])}`, { as: as('operator.power-b') })).status,
    ).toBe(204);
    expect(await labels('operator.power-b', '?of=mine')).toEqual([]);
  });
});

describe('the directory', () => {
  const operators = async (who: PersonaKey): Promise<unknown[]> =>
    (await world.ask('GET', '/api/bodies?kind=operator&limit=300', { as: as(who) })).body.items.map(
      (one) => one['key'],
    );

  it('shows an operator no other operator', async () => {
    expect(await operators('operator.power-a')).toEqual(['operator.power-a']);
    expect(await operators('operator.water-a')).toEqual(['operator.water-a']);
  });

  it('shows a ministry its sectors’ operators, its other seat none, a CEPTOAR its members', async () => {
    expect(new Set(await operators('ministry.meti'))).toEqual(new Set(['operator.power-a', 'operator.power-b']));
    expect(await operators('security.meti')).toEqual([]);
    expect(new Set(await operators('ceptoar.power'))).toEqual(new Set(['operator.power-a', 'operator.power-b']));
  });

  it('shows all to the desk that addresses provisions and to the keeper of accounts', async () => {
    expect(await operators('cs.duty')).toHaveLength(3);
    expect(await operators('admin.system')).toHaveLength(3);
  });

  it('counts members only for those who know each of them', async () => {
    const members = async (who: PersonaKey): Promise<unknown> =>
      (await world.ask('GET', '/api/circles', { as: as(who) })).body.items.find(
        (one) => one['key'] === 'ceptoar.power',
      )?.['members'];
    expect(
      await Promise.all((['cs.duty', 'ministry.meti', 'ceptoar.power', 'admin.system'] as const).map(members)),
    ).toEqual([2, 2, 2, 2]);
    expect(
      await Promise.all((['operator.power-a', 'operator.water-a', 'security.meti'] as const).map(members)),
    ).toEqual([null, null, null]);
  });

  it('gives one page after another without losing or repeating a body', async () => {
    const seen: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { body: { items: Record<string, unknown>[] } & Record<string, unknown> } = await world.ask(
        'GET',
        `/api/bodies?limit=7${cursor === '' ? '' : `&cursor=${cursor}`}`,
        { as: as('cs.duty') },
      );
      seen.push(...page.body.items.map((one) => one['id']));
      cursor = page.body['next'] as string | null;
    }
    const all = (await world.ask('GET', '/api/bodies?limit=300', { as: as('cs.duty') })).body.items;
    expect(seen).toEqual(all.map((one) => one['id']));
    expect((await world.ask('GET', '/api/bodies?cursor=x', { as: as('cs.duty') })).status).toBe(400);
  });

  it('shows an operator its own people only', async () => {
    const names = (await world.ask('GET', '/api/people', { as: as('operator.power-a') })).body.items.map(
      (one) => (one['name'] as { ja: string }).ja,
    );
    expect(names).toEqual(['水野 圭']);
    const all = (await world.ask('GET', '/api/people?limit=300', { as: as('admin.system') })).body.items;
    expect(all).toHaveLength(7);
  });
});
