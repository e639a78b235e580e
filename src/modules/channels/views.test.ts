import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const seat = (who: string): string => world.people.get(who)?.seat as string;
const later = (hours: number): string => new Date(world.clock.now().getTime() + hours * 3_600_000).toISOString();
const wait = (hours: number): void => world.clock.set(new Date(later(hours)));
const ask = (who: string, asked: string, more: object = {}) =>
  world.call(who, 'POST', '/api/view-exchanges', {
    asked: seat(asked),
    subject: '夜間の連絡',
    reason: '体制を話し合いたい',
    ...more,
  });
const show = (who: string, id: string) => world.call(who, 'GET', `/api/view-exchanges/${id}`);
const act = (who: string, id: string, noun: string, body: object = {}) => {
  wait(0.01);
  return world.call(who, 'POST', `/api/view-exchanges/${id}/${noun}`, body);
};

it('goes from asking to a record that both sides agreed to, and is closed', async () => {
  const { id } = (await ask('ceptoar.power', 'ministry.meti')).body;
  expect((await show('ministry.meti', id)).body).toMatchObject({
    state: 'asked',
    mine: true,
    may: ['accept', 'decline'],
  });
  expect((await act('ceptoar.power', id, 'answer', { answer: 'accepted' })).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'holding')).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'answer', { answer: 'accepted' })).status).toBe(201);
  expect((await act('ministry.meti', id, 'answer', { answer: 'accepted' })).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'date', { meetsAt: later(-1), note: '会議室' })).body.reason).toBe(
    'times-not-in-order',
  );
  expect((await act('ministry.meti', id, 'date', { meetsAt: later(24), note: '第一会議室。双方三名' })).status).toBe(
    201,
  );
  expect((await act('ministry.meti', id, 'holding')).body.reason).toBe('not-now');
  wait(25);
  expect((await act('ministry.meti', id, 'holding')).status).toBe(201);
  expect((await act('ceptoar.power', id, 'closing')).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'minutes', { text: '夜間の窓口を一つにする。' })).body.revision).toBe(1);
  expect(
    (await act('ceptoar.power', id, 'minutes', { text: '夜間の窓口を一つにし、来月から試す。' })).body.revision,
  ).toBe(2);
  expect((await act('ministry.meti', id, 'agreement', { revision: 1 })).body.reason).toBe('revision-stale');
  expect((await act('ministry.meti', id, 'closing')).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'agreement', { revision: 2 })).status).toBe(201);
  expect((await act('ministry.meti', id, 'minutes', { text: 'あとから変える' })).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'closing')).status).toBe(201);
  expect((await show('ceptoar.power', id)).body).toMatchObject({
    state: 'closed',
    may: [],
    minutes: { revision: 2, agreed: expect.arrayContaining(['asker', 'asked']) },
  });
  const facts = await world.admin.query(`select fact from journal.entry where subject = $1 order by seq`, [id]);
  expect(facts.rows.map((r) => r.fact.split('.')[1])).toEqual([
    'asked',
    'accepted',
    'dated',
    'held',
    'recorded',
    'recorded',
    'agreed',
    'closed',
  ]);
});

it('is declined with a reason, and then nothing more happens', async () => {
  const { id } = (await ask('operator.water-a', 'ministry.mhlw')).body;
  expect((await act('ministry.mhlw', id, 'answer', { answer: 'declined' })).status).toBe(400);
  expect((await act('ministry.mhlw', id, 'answer', { answer: 'declined', note: '来月なら応じます。' })).status).toBe(
    201,
  );
  const shown = (await show('operator.water-a', id)).body;
  expect(shown).toMatchObject({ state: 'declined', may: [] });
  expect(shown.steps.at(-1)).toMatchObject({ note: '来月なら応じます。' });
  expect((await act('ministry.mhlw', id, 'date', { meetsAt: later(24), note: '会議室' })).body.reason).toBe('not-now');
});

it('goes through the competent ministry where the programme says so, and the one asked sees nothing before', async () => {
  const { id } = (await ask('operator.power-a', 'security.meti')).body;
  expect((await show('security.meti', id)).status).toBe(404);
  expect(
    (await world.call('security.meti', 'GET', '/api/view-exchanges')).body.items.map((it: { id: string }) => it.id),
  ).not.toContain(id);
  expect((await show('ministry.meti', id)).body).toMatchObject({ side: 'through', may: ['pass-on', 'decline'] });
  expect((await act('security.meti', id, 'relay')).status).toBe(404);
  expect((await act('ministry.meti', id, 'relay')).status).toBe(201);
  expect((await act('ministry.meti', id, 'relay')).body.reason).toBe('not-now');
  expect((await act('ministry.meti', id, 'answer', { answer: 'declined', note: '遅い' })).body.reason).toBe('not-now');
  expect((await show('security.meti', id)).body).toMatchObject({
    asker: '架空power-a株式会社',
    may: ['accept', 'decline'],
  });
  expect((await act('security.meti', id, 'answer', { answer: 'accepted' })).status).toBe(201);
  await act('security.meti', id, 'date', { meetsAt: later(1), note: '電話会議' });
  wait(2);
  await act('security.meti', id, 'holding');
  await act('security.meti', id, 'minutes', { text: '中継した省庁には渡らない記録' });
  expect((await show('ministry.meti', id)).body.minutes).toBeNull();
  expect((await show('operator.power-a', id)).body.minutes.text).toBe('中継した省庁には渡らない記録');
});

it('is for those at its table and nobody else, at every door', async () => {
  const { id } = (await ask('ceptoar.power', 'ministry.meti', { with: [seat('operator.power-a')] })).body;
  expect((await show('operator.power-a', id)).body).toMatchObject({ side: 'asker', may: [] });
  expect((await act('operator.power-a', id, 'closing')).body.reason).toBe('not-now');
  for (const who of ['operator.power-b', 'security.meti', 'ministry.mhlw', 'cs.duty', 'cs.chief', 'agency.ipa']) {
    expect([who, (await show(who, id)).status]).toEqual([who, 404]);
    for (const [noun, body] of [
      ['relay', {}],
      ['answer', { answer: 'accepted' }],
      ['holding', {}],
      ['minutes', { text: '文' }],
      ['agreement', { revision: 1 }],
      ['closing', {}],
    ] as const)
      expect([who, noun, (await act(who, id, noun, body)).status]).toEqual([who, noun, 404]);
    expect(
      (await world.call(who, 'GET', '/api/view-exchanges')).body.items.map((it: { id: string }) => it.id),
    ).not.toContain(id);
  }
  expect((await show('admin.system', id)).status).toBe(403);
});

it('refuses whom one may not ask and with whom one may not come', async () => {
  expect((await ask('ministry.meti', 'ministry.mhlw')).body.reason).toBe('not-to-be-asked');
  expect((await ask('operator.power-a', 'cs.duty')).body.reason).toBe('not-to-be-asked');
  expect((await ask('operator.power-a', 'operator.power-b')).body.reason).toBe('not-to-be-asked');
  expect((await ask('operator.power-a', 'ministry.meti', { with: [seat('operator.power-b')] })).body.reason).toBe(
    'participants-outside',
  );
  expect((await world.call('operator.power-a', 'GET', '/api/view-exchanges/ways')).body.items).toEqual([
    { capacity: 'crisis-ministry', through: 'sector-ministry' },
    { capacity: 'sector-ministry', through: null },
    { capacity: 'security-ministry', through: 'sector-ministry' },
  ]);
  await world.admin.query(`update parties.supervision set valid_to = '2026-11-01' where body = $1 and seat = $2`, [
    world.people.get('operator.power-f')?.body,
    seat('ministry.meti'),
  ]);
  expect((await ask('operator.power-f', 'security.meti')).body.reason).toBe('nobody-between');
});

it('counts for the measures of the ministries that held it, and for no others', async () => {
  const of = async (label: string): Promise<Record<string, number>> => {
    const { items } = (await world.call('cs.duty', 'GET', '/api/measures')).body;
    const leaf = items.find((it: { label: string }) => it.label === label);
    return Object.fromEntries(leaf.evidence.map((it: { fact: string; count: number }) => [it.fact, it.count]));
  };
  const before = await of('オ-c');
  const { id } = (await ask('ceptoar.water', 'ministry.mhlw')).body;
  await act('ministry.mhlw', id, 'answer', { answer: 'accepted' });
  await act('ministry.mhlw', id, 'date', { meetsAt: later(1), note: '会議室' });
  wait(2);
  await act('ministry.mhlw', id, 'holding');
  expect((await of('エ-g'))['view-exchange.held.sector-ministry']).toBeGreaterThan(0);
  expect(await of('オ-c')).toEqual(before);
  expect((await of('カ-d'))['view-exchange.held.crisis-ministry']).toBe(0);
});
