import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, start, surveying, whole } from '../../../test/surveys.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
let stage: ReturnType<typeof surveying>;
let hearing: { body: Record<string, unknown> };
beforeAll(async () => {
  world = await buildWorld(start);
  stage = surveying(world);
  await stage.seatBeside('ceptoar.power', 'ceptoar.power-2');
  hearing = {
    body: { heldOn: '2026-11-20', with: '事務局長ほか2人', notes: '夜間の窓口を当番制に改める予定。', mark: 'AMBER' },
  };
});
afterAll(() => world.close());

const get = (who: string, path: string) => world.call(who, 'GET', path);
const body = (who: string): string => world.people.get(who)?.body ?? '';
const profile = (who: string, of = 'ceptoar.power') => get(who, `/api/profiles/${body(of)}`);
const hear = (who: string, more: Record<string, unknown> = {}, of = 'ceptoar.power', realm?: string) =>
  world.call(
    who,
    'POST',
    `/api/profiles/${body(of)}/hearings`,
    { ...hearing.body, ...more },
    realm === undefined ? {} : { 'noroshi-realm': realm },
  );
const evidence = async (label: string): Promise<Record<string, number>> => {
  const { items } = (await get('cs.planner', '/api/measures')).body;
  const found = items.find((one: { label: string }) => one.label === label);
  return Object.fromEntries(found.evidence.map((one: { fact: string; count: number }) => [one.fact, one.count]));
};

/** Has a year's survey answered by the electricity CEPTOAR. */
const answered = async (year: number, from: number, people: number): Promise<string> => {
  world.clock.set(day(from));
  const id = await stage.come({ year, due: day(from + 30).toISOString() });
  const { sections } = (await get('ceptoar.power', `/api/surveys/${id}/answer`)).body;
  for (const { key, answers } of sections as { key: string; answers: Record<string, unknown> }[]) {
    const now = { ...answers, ...(Object.keys(answers).length === 0 ? whole[key] : {}) };
    const carried = Object.fromEntries(Object.keys(answers).map((field) => [field, 'same']));
    await stage.save('ceptoar.power', id, key, {
      answers: key === 'desk' ? { ...now, deskPeople: people } : now,
      carried,
    });
  }
  await world.call('ceptoar.power', 'POST', `/api/surveys/${id}/answer/request`, {});
  expect((await world.call('ceptoar.power-2', 'POST', `/api/surveys/${id}/answer/signature`, {})).status).toBe(201);
  return id;
};

describe('the profile of a CEPTOAR', () => {
  it('is there for who may hear it before anything was signed, and for nobody else', async () => {
    expect((await profile('cs.duty')).body).toMatchObject({ years: [], hearings: [], may: { hear: true } });
    for (const who of ['ministry.meti', 'ceptoar.power', 'operator.power-a', 'cs.planner', 'admin.system'])
      expect([who, (await profile(who)).status]).toEqual([who, 404]);
    expect((await get('cs.duty', `/api/profiles/${body('operator.power-a')}`)).status).toBe(404);
    expect((await get('cs.duty', '/api/profiles')).body.items).toEqual([]);
  });

  it('has what was signed by year, for who asked, the competent ministry and the CEPTOAR itself', async () => {
    await answered(2026, 0, 4);
    await answered(2027, 200, 6);
    for (const who of ['cs.duty', 'ministry.meti', 'ceptoar.power']) {
      const { years } = (await profile(who)).body;
      const people = years.map((it: { year: number; answers: { deskPeople: { value: number } } }) => [
        it.year,
        it.answers.deskPeople.value,
      ]);
      expect([who, people]).toEqual([
        who,
        [
          [2027, 6],
          [2026, 4],
        ],
      ]);
      const { items } = (await get(who, '/api/profiles')).body;
      expect([who, items.length, items[0].years, items[0].sector]).toEqual([who, 1, [2027, 2026], 'electricity']);
    }
    for (const who of ['ministry.mhlw', 'security.meti', 'ceptoar.water', 'operator.power-a', 'cs.planner']) {
      expect([who, (await profile(who)).status]).toEqual([who, 404]);
      expect([who, (await get(who, '/api/profiles')).body.items]).toEqual([who, []]);
    }
  });

  it('loses a year that was taken back', async () => {
    const last = (await profile('cs.duty')).body.years[0].survey;
    await world.call('ceptoar.power-2', 'POST', `/api/surveys/${last}/answer/withdrawal`, { why: '書き誤り' });
    const years = (await profile('cs.duty')).body.years.map((it: { year: number }) => it.year);
    expect(years).toEqual([2026]);
    expect((await get('cs.duty', '/api/profiles')).body.items[0].years).toEqual([2026]);
  });
});

describe('a hearing', () => {
  it('is written down by who asks, of whom it asks, and not before it was held', async () => {
    for (const who of ['ministry.meti', 'ceptoar.power', 'operator.power-a', 'cs.planner'])
      expect([who, (await hear(who)).status]).toEqual([who, 403]);
    expect((await hear('cs.duty', {}, 'operator.power-a')).status).toBe(404);
    expect((await hear('cs.duty', {}, 'agency.ipa')).status).toBe(404);
    expect((await hear('cs.duty', { heldOn: '2027-12-31' })).body.reason).toBe('held-in-future');
    for (const wrong of [{ notes: '' }, { mark: 'RED' }, { mark: 'CLEAR' }, { with: '' }, { heldOn: '昨日' }])
      expect([wrong, (await hear('cs.duty', wrong)).status]).toEqual([wrong, 400]);
    const done = await hear('cs.duty');
    expect([done.status, done.body.hearings[0]]).toMatchObject([201, { year: 2026, heldOn: '2026-11-20' }]);
  });

  it('is read by the CEPTOAR that was heard and its ministry, and by nobody else', async () => {
    for (const who of ['cs.chief', 'ministry.meti', 'ceptoar.power'])
      expect([who, (await profile(who)).body.hearings.length]).toEqual([who, 1]);
    for (const who of ['ministry.mhlw', 'security.meti', 'ceptoar.water', 'operator.power-a'])
      expect([who, (await profile(who)).status]).toEqual([who, 404]);
    await hear('cs.duty', { mark: 'AMBER+STRICT' }, 'ceptoar.water');
    expect((await profile('ceptoar.water', 'ceptoar.water')).body.handling.value).toBe('AMBER+STRICT');
    expect((await profile('ceptoar.power', 'ceptoar.water')).status).toBe(404);
  });

  it('stays in its realm', async () => {
    const realm = await world.openDrill(['cs.duty', 'ceptoar.power']);
    expect((await hear('cs.duty', {}, 'ceptoar.power', realm)).body.hearings).toHaveLength(1);
    expect((await profile('ceptoar.power')).body.hearings).toHaveLength(1);
    const { rows } = await world.admin.query('select count(*)::int as n from surveys.hearing');
    expect(rows[0].n).toBe(3);
  });
});

it('asks ministries straight about their standards, and counts that for the measures of the standards alone', async () => {
  world.clock.set(day(2));
  await stage.seatBeside('ministry.meti', 'ministry.meti-2');
  const plan = { about: 'improvement', due: day(47).toISOString() };
  const { id } = (await stage.plan('cs.duty', plan)).body;
  await stage.turn('cs.chief', id, 'opening');
  expect((await get('ministry.meti', `/api/surveys/${id}`)).body).toMatchObject({ part: 'answer', relay: null });
  expect((await stage.turn('ministry.meti', id, 'relay')).body.reason).toBe('nothing-to-relay');
  expect((await get('ceptoar.power', `/api/surveys/${id}`)).status).toBe(404);
  expect((await get('security.meti', `/api/surveys/${id}`)).status).toBe(404);
  const standard = {
    name: '電力の基準（架空）',
    sector: 'electricity',
    kind: 'industry',
    verified: 'done',
    revised: 'done',
    points: '連絡の手順',
  };
  expect((await world.call('ministry.meti', 'POST', `/api/surveys/${id}/answer/request`, {})).body.reason).toBe(
    'answers-incomplete',
  );
  await stage.save('ministry.meti', id, 'standards', { answers: { standards: [standard] } });
  await world.call('ministry.meti', 'POST', `/api/surveys/${id}/answer/request`, {});
  expect((await world.call('ministry.meti-2', 'POST', `/api/surveys/${id}/answer/signature`, {})).status).toBe(201);
  expect((await get('cs.duty', `/api/surveys/${id}/answers`)).body.items).toMatchObject([{ body: { name: 'meti' } }]);
  expect((await get('ministry.mhlw', `/api/surveys/${id}/answers`)).body.items).toEqual([]);
  await stage.turn('cs.duty', id, 'closing');
  expect((await evidence('イ-e'))['survey.answered.improvement']).toBe(1);
  expect((await evidence('ア-d'))['survey.closed.improvement']).toBe(1);
  expect((await get('cs.duty', `/api/profiles/${body('ministry.meti')}`)).status).toBe(404);
});

it('is evidence of the measure that asks every CEPTOAR regularly how it stands', async () => {
  world.clock.set(day(1));
  const counted = await evidence('ウ-c');
  expect(counted['profile.updated']).toBe(1);
  expect((await evidence('エ-d'))['survey.relayed.ceptoar-profile']).toBeGreaterThan(0);
});
