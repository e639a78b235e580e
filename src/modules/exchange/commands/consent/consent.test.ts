import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const amber = { scheme: 'tlp', version: '2.0', value: 'AMBER' };
const report = { headline: '監視端末の応答停止', eventType: 'E31', handling: amber, summary: '秘かな一文' };
let minutes = 0;
const later = () => world.clock.set(new Date(Date.UTC(2026, 10, 23, 3, (minutes += 1))));

const file = async (more: object = {}): Promise<string> => {
  const made = await world.call('operator.power-a', 'POST', '/api/reports', { ...report, ...more });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  expect((await world.call('ministry.meti', 'POST', `/api/reports/${made.body.id}/relay`)).status).toBe(200);
  return made.body.id;
};
const enter = (who: string, id: string, body: object) => world.call(who, 'POST', `/api/reports/${id}/consents`, body);
const pass = (id: string, key: string) => world.call('cs.duty', 'POST', `/api/reports/${id}/onward`, { class: key });
const lineOf = async (who: string, id: string, key: string) =>
  (await world.call(who, 'GET', `/api/reports/${id}/consents`)).body.classes.find(
    (c: { class: string }) => c.class === key,
  );

it('begins with what the operator said about its name', async () => {
  const named = await file({ disclosure: { nameToCs: true } });
  expect((await world.call('cs.duty', 'GET', `/api/reports/${named}`)).body.source.body.name).toContain('power-a');
  expect((await lineOf('operator.power-a', named, 'name-at-centre')).state).toBe('given');
  const masked = await file({ disclosure: { nameToCs: false } });
  expect((await lineOf('cs.duty', masked, 'name-at-centre')).state).toBe('refused');
  expect((await lineOf('cs.duty', await file(), 'name-at-centre')).state).toBe('none');
});

it('lets the centre ask through the ministry, and shows it the answer without the hand that gave it', async () => {
  const id = await file();
  const asked = await enter('cs.duty', id, { class: 'agencies', act: 'requested', note: 'IPAの分析を頼みたい' });
  expect(asked.status, JSON.stringify(asked.body)).toBe(201);
  expect((await lineOf('operator.power-a', id, 'agencies')).acts[0].note).toBeNull();
  const seen = await lineOf('ministry.meti', id, 'agencies');
  expect([seen.state, seen.acts[0].note, seen.may]).toEqual(['requested', 'IPAの分析を頼みたい', ['asked']]);
  const until = '2026-11-25T03:00:00Z';
  expect(
    (await enter('ministry.meti', id, { class: 'agencies', act: 'asked', note: '分析のため', until })).status,
  ).toBe(201);
  expect((await lineOf('operator.power-a', id, 'agencies')).acts[1].note).toBe('分析のため');
  expect((await pass(id, 'agencies')).body.reason).toBe('no-consent');
  await enter('operator.power-a', id, { class: 'agencies', act: 'given', note: 'power-aとして同意' });
  const centre = await world.call('cs.duty', 'GET', `/api/reports/${id}/consents`);
  expect((await lineOf('cs.duty', id, 'agencies')).state).toBe('given');
  expect(JSON.stringify(centre.body)).not.toMatch(/power-a/u);
  expect(JSON.stringify(centre.body)).not.toContain(world.people.get('operator.power-a')?.seat);
});

it('shows nothing onward without a yes, shows it with one, and takes it away at once when it is withdrawn', async () => {
  const id = await file();
  expect((await pass(id, 'agencies')).body.reason).toBe('no-consent');
  await enter('operator.power-a', id, { class: 'agencies', act: 'given' });
  expect((await world.call('agency.ipa', 'GET', `/api/reports/${id}`)).status).toBe(404);
  const passed = await pass(id, 'agencies');
  expect([passed.status, passed.body.versions], JSON.stringify(passed.body)).toEqual([200, 1]);
  expect((await pass(id, 'agencies')).body.reason).toBe('nothing-to-pass');
  const shown = await world.call('agency.ipa', 'GET', `/api/reports/${id}`);
  expect([shown.status, shown.body.source, shown.body.thread, shown.body.notes]).toEqual([200, null, null, []]);
  expect(JSON.stringify(shown.body)).not.toMatch(/power-a/u);
  expect((await world.call('agency.ipa', 'GET', `/api/reports/${id}/consents`)).status).toBe(404);
  expect((await world.call('agency.ipa', 'GET', '/api/inbox')).body.items).toHaveLength(1);
  for (const other of ['security.meti', 'ministry.mhlw', 'operator.power-b', 'ceptoar.power'])
    expect([other, (await world.call(other, 'GET', `/api/reports/${id}`)).status]).toEqual([other, 404]);

  later();
  await enter('operator.power-a', id, { class: 'agencies', act: 'withdrawn', note: '事情が変わった' });
  const gone = await world.call('agency.ipa', 'GET', `/api/reports/${id}`);
  expect([gone.status, gone.body.reason, gone.body.at]).toEqual([
    410,
    'report-recalled',
    world.clock.now().toISOString(),
  ]);
  expect(JSON.stringify(gone.body)).not.toMatch(/応答停止|秘か|power-a|事情/u);
  const list = await world.call('agency.ipa', 'GET', '/api/reports');
  expect([list.body.items, list.body.recalled.map((r: { id: string }) => r.id)]).toEqual([[], [id]]);
  expect((await world.call('agency.ipa', 'GET', '/api/inbox')).body.items).toEqual([]);
  expect((await world.call('agency.ipa', 'GET', `/api/search?q=${encodeURIComponent('秘か')}`)).body.items).toEqual([]);
  expect((await pass(id, 'agencies')).body.reason).toBe('no-consent');
  expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).status).toBe(200);

  later();
  await enter('operator.power-a', id, { class: 'agencies', act: 'given' });
  expect((await world.call('agency.ipa', 'GET', `/api/reports/${id}`)).status).toBe(410);
  expect((await pass(id, 'agencies')).status).toBe(200);
  expect((await world.call('agency.ipa', 'GET', `/api/reports/${id}`)).status).toBe(200);
});

it('takes the name back from the centre, says that it was known, and never from the ministry', async () => {
  const id = await file({ disclosure: { nameToCs: true } });
  expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).body.source).not.toBeNull();
  later();
  expect((await enter('operator.power-a', id, { class: 'name-at-centre', act: 'withdrawn' })).status).toBe(201);
  const centre = await world.call('cs.duty', 'GET', `/api/reports/${id}`);
  expect([centre.status, centre.body.source, centre.body.disclosure]).toEqual([200, null, null]);
  expect(JSON.stringify(centre.body)).not.toMatch(/power-a/u);
  expect((await lineOf('operator.power-a', id, 'name-at-centre')).knownBefore).toBe(true);
  expect((await world.call('ministry.meti', 'GET', `/api/reports/${id}`)).body.source).not.toBeNull();
  await world.call('operator.power-a', 'POST', `/api/reports/${id}/versions`, { stage: 'follow-up', summary: '続き' });
  const noted = await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, { note: '架空power-aから' });
  expect(noted.body.reason).toBe('note-names-source');
  await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`);
  expect((await world.call('cs.duty', 'GET', `/api/reports/${id}`)).body.source).toBeNull();
});

it('lets nobody answer for the source, and nobody without a part look or write', async () => {
  const id = await file();
  for (const who of ['ministry.meti', 'cs.duty'])
    expect([who, (await enter(who, id, { class: 'police', act: 'given' })).body.reason]).toEqual([
      who,
      'consent-as-it-stands',
    ]);
  for (const who of [
    'operator.power-b',
    'security.meti',
    'ministry.mhlw',
    'ceptoar.power',
    'agency.ipa',
    'admin.system',
  ])
    expect([who, (await enter(who, id, { class: 'police', act: 'asked' })).status]).toEqual([who, 404]);
  expect((await enter('operator.power-a', id, { class: 'everybody', act: 'given' })).body.reason).toBe(
    'consent-class-unknown',
  );
  expect((await enter('operator.power-a', id, { class: 'agencies', act: 'withdrawn' })).body.reason).toBe(
    'consent-as-it-stands',
  );
});

it('keeps what is marked RED where it is, whatever was consented', async () => {
  const id = await file({ handling: { ...amber, value: 'RED' } });
  await enter('operator.power-a', id, { class: 'agencies', act: 'given' });
  expect((await pass(id, 'agencies')).body.reason).toBe('mark-forbids');
});

it('lets two persons of one office answer at once without contradicting each other', async () => {
  const id = await file();
  const both = await Promise.all(
    (['given', 'given'] as const).map((act) => enter('operator.power-a', id, { class: 'agencies', act })),
  );
  expect(both.map((b) => b.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  const race = await Promise.all([
    pass(id, 'agencies'),
    enter('operator.power-a', id, { class: 'agencies', act: 'withdrawn' }),
  ]);
  expect(race[1].status).toBe(201);
  expect((await world.call('agency.ipa', 'GET', `/api/reports/${id}`)).status).not.toBe(200);
});
