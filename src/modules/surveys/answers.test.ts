import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, start, surveying, whole } from '../../../test/surveys.ts';
import { buildWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let stage: ReturnType<typeof surveying>;
let survey: string;
beforeAll(async () => {
  world = await buildWorld(start);
  stage = surveying(world);
  await stage.seatBeside('ceptoar.power', 'ceptoar.power-2');
  await stage.seatBeside('ceptoar.water', 'ceptoar.water-2');
  survey = await stage.come();
});
afterAll(() => world.close());

const get = (who: string, path: string) => world.call(who, 'GET', path);
const answer = async (who: string, id = survey) => (await get(who, `/api/surveys/${id}/answer`)).body;
const act = (who: string, what: string, body: unknown = {}, id = survey) =>
  world.call(who, 'POST', `/api/surveys/${id}/answer/${what}`, body);
const person = (who: string): string => (world.people.get(who) as Person).person;
const outsiders = ['ceptoar.water', 'ministry.meti', 'ministry.mhlw', 'security.meti', 'cs.duty', 'operator.power-a'];

describe('an answer while it is written', () => {
  it('is blank at first, with every section of the form as it was asked', async () => {
    const it = await answer('ceptoar.power');
    expect([it.state, it.sections.length, it.last, it.survey.from]).toEqual(['blank', 8, null, 'meti']);
    expect(it.sections[0]).toMatchObject({ key: 'desk', asked: 4, answered: 0, wrong: ['deskHours', 'deskPeople'] });
  });

  it('is saved section by section, and the same save twice is one', async () => {
    const saved = await stage.save('ceptoar.power', survey, 'desk', { answers: whole['desk'] });
    expect([saved.status, saved.body.revision, saved.body.answered, saved.body.wrong]).toEqual([200, 1, 2, []]);
    expect((await stage.save('ceptoar.power', survey, 'desk', { answers: whole['desk'] })).body.revision).toBe(1);
    expect((await stage.save('ceptoar.power', survey, 'nowhere', { answers: {} })).status).toBe(404);
    const other = await stage.save('ceptoar.power', survey, 'desk', { answers: { memberCount: 3 }, revision: 1 });
    expect([other.status, other.body.reason]).toEqual([400, 'field-elsewhere']);
  });

  it('lets two colleagues write in two sections, and neither overwrite the other unseen in one', async () => {
    expect((await stage.save('ceptoar.power-2', survey, 'members', { answers: { memberCount: 11 } })).status).toBe(200);
    const mine = { answers: { ...whole['desk'], deskPeople: 5 }, revision: 1 };
    expect((await stage.save('ceptoar.power', survey, 'desk', mine)).body.revision).toBe(2);
    const stale = await stage.save('ceptoar.power-2', survey, 'desk', { answers: { deskPeople: 9 }, revision: 1 });
    expect([stale.status, stale.body.reason, stale.body.by]).toEqual([412, 'section-stale', '人物ceptoar.power']);
    const first = await stage.save('ceptoar.power-2', survey, 'desk', { answers: { deskPeople: 9 } });
    expect([first.status, first.body.reason]).toEqual([412, 'section-stale']);
    expect((await answer('ceptoar.power-2')).sections[0].answers.deskPeople).toBe(5);
    const both = await Promise.all(
      ['ceptoar.power', 'ceptoar.power-2'].map((who, i) =>
        stage.save(who, survey, 'desk', { answers: { ...whole['desk'], deskPeople: 6 + i }, revision: 2 }),
      ),
    );
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  });

  it('has its sections given to colleagues of the same seat, and to nobody else', async () => {
    const ask = (body: unknown) => act('ceptoar.power', 'sections/rules/delegation', body);
    for (const stranger of ['ceptoar.water', 'operator.power-a', 'cs.duty'])
      expect((await ask({ person: person(stranger) })).body.reason).toBe('not-in-this-seat');
    const given = (await ask({ person: person('ceptoar.power-2'), until: '2026-12-01', note: '規程の担当として' }))
      .body;
    expect(given.sections[3].delegation).toMatchObject({ until: '2026-12-01', note: '規程の担当として', mine: false });
    expect((await answer('ceptoar.power-2')).sections[3].delegation.mine).toBe(true);
    await ask({ person: person('ceptoar.power') });
    expect((await answer('ceptoar.power-2')).sections[3].delegation.mine).toBe(false);
    expect((await ask({ person: null })).body.sections[3].delegation).toBeNull();
  });

  it('has remarks between colleagues', async () => {
    await act('ceptoar.power-2', 'sections/rules/remarks', { said: '改定日は法務に尋ねています。' });
    expect((await answer('ceptoar.power')).sections[3].remarks).toMatchObject([
      { said: '改定日は法務に尋ねています。' },
    ]);
    expect((await act('ceptoar.power', 'sections/rules/remarks', { said: '' })).status).toBe(400);
  });

  it('is there for nobody outside its body: by id, list, count, tag, row or stream', async () => {
    const { rows: before } = await world.admin.query('select id from surveys.answer');
    expect(before).toHaveLength(1);
    for (const who of outsiders) {
      const reach = (await get(who, `/api/surveys/${survey}/reach`)).body.items ?? [];
      expect([who, reach.reduce((n: number, it: { answered: number }) => n + it.answered, 0)]).toEqual([who, 0]);
      expect([who, (await get(who, `/api/surveys/${survey}/answers`)).body.items ?? []]).toEqual([who, []]);
      expect([who, (await get(who, `/api/surveys/${survey}/answers/${before[0].id}`)).status]).toEqual([who, 404]);
      const text = JSON.stringify((await get(who, `/api/surveys/${survey}/standing`)).body);
      expect([who, text.includes('"answeredAt":"')]).toEqual([who, false]);
    }
    for (const who of ['ministry.meti', 'security.meti', 'cs.duty', 'operator.power-a'])
      expect([who, (await get(who, `/api/surveys/${survey}/answer`)).status]).toEqual([who, 404]);
    expect((await answer('ceptoar.water')).state).toBe('blank');
    const tag = async () => (await get('cs.duty', `/api/surveys/${survey}/reach`)).headers.get('etag');
    const was = await tag();
    await stage.save('ceptoar.power', survey, 'remarks', { answers: { wishes: '（下書き）' } });
    expect(await tag()).toBe(was);
  });
});

describe('the signature', () => {
  it('is asked for when everything that has to be answered is', async () => {
    const wanting = await act('ceptoar.power', 'request');
    expect([wanting.status, wanting.body.reason]).toEqual([400, 'answers-incomplete']);
    for (const [section, answers] of Object.entries(whole)) {
      const { revision } = (await answer('ceptoar.power')).sections.find((it: { key: string }) => it.key === section);
      await stage.save('ceptoar.power', survey, section, { answers, ...(revision > 0 ? { revision } : {}) });
    }
    expect((await act('ceptoar.power-2', 'signature')).body.reason).toBe('no-request');
    expect((await act('ceptoar.power', 'request')).body.state).toBe('asked');
    expect((await act('ceptoar.power', 'request')).status).toBe(201);
  });

  it('is not given by who asked for it, nor to what was changed since', async () => {
    expect((await act('ceptoar.power', 'signature')).body.reason).toBe('sign-needs-second-person');
    await stage.save('ceptoar.power', survey, 'drills', { answers: { ownDrills: 1 }, revision: 1 });
    expect((await act('ceptoar.power-2', 'signature')).body.reason).toBe('no-request');
    const changed = await answer('ceptoar.power-2');
    expect([changed.state, changed.request.current]).toEqual(['begun', false]);
    await act('ceptoar.power', 'request');
  });

  it('is refused to somebody who has lost the seat', async () => {
    await stage.seatBeside('ceptoar.power', 'ceptoar.power-3');
    await world.admin.query(`update acting.holder set valid_to = '2026-11-23' where person = $1`, [
      person('ceptoar.power-3'),
    ]);
    expect((await act('ceptoar.power-3', 'signature')).status).toBe(401);
    expect((await answer('ceptoar.power')).state).toBe('asked');
  });

  it('is given once by a second person, locks the answer and meets its deadline', async () => {
    const both = await Promise.all([act('ceptoar.power-2', 'signature'), act('ceptoar.power-2', 'signature')]);
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const locked = await answer('ceptoar.power');
    expect([locked.state, locked.may.write, locked.signed.length, locked.signed[0].late]).toEqual([
      'signed',
      false,
      1,
      false,
    ]);
    const late = await stage.save('ceptoar.power', survey, 'desk', { answers: {}, revision: 3 });
    expect(late.body.reason).toBe('answer-signed');
    expect((await get('ceptoar.power', '/api/waiting')).body.deadlines).toEqual([]);
    expect((await get('ceptoar.water', '/api/waiting')).body.deadlines).toHaveLength(1);
  });

  it('hands it to who asked and to the ministry it came through, and to nobody else', async () => {
    for (const who of ['cs.duty', 'ministry.meti']) {
      const { items } = (await get(who, `/api/surveys/${survey}/answers`)).body;
      expect([who, items.length, items[0].body.name, items[0].sector]).toEqual([
        who,
        1,
        'ceptoar.power',
        'electricity',
      ]);
      const read = await get(who, `/api/surveys/${survey}/answers/${items[0].id}`);
      expect([who, read.status, read.body.answers.deskPeople]).toEqual([who, 200, { state: 'known', value: 4 }]);
      for (const other of ['ministry.mhlw', 'security.meti', 'ceptoar.water', 'operator.power-a', 'cs.planner'])
        expect([other, (await get(other, `/api/surveys/${survey}/answers/${items[0].id}`)).status]).toEqual([
          other,
          404,
        ]);
    }
    expect((await get('ministry.mhlw', `/api/surveys/${survey}/answers`)).body.items).toEqual([]);
    expect((await get('ceptoar.water', `/api/surveys/${survey}/answers`)).body.items).toEqual([]);
    const counts = async (who: string) =>
      (await get(who, `/api/surveys/${survey}/reach`)).body.items
        .filter((it: { capacity: string }) => it.capacity === 'ceptoar')
        .map((it: { sector: string; answered: number }) => `${it.sector} ${it.answered}`);
    expect(await counts('cs.duty')).toEqual(['electricity 1', 'water 0']);
    expect(await counts('ministry.meti')).toEqual(['electricity 1']);
    expect(await counts('ministry.mhlw')).toEqual(['water 0']);
    const names = (await get('cs.duty', `/api/surveys/${survey}/standing`)).body.items;
    expect(names.map((it: { body: { name: string } }) => it.body.name)).toEqual(['ceptoar.water', 'ceptoar.power']);
    expect((await get('ministry.mhlw', `/api/surveys/${survey}/standing`)).body.items).toHaveLength(1);
  });

  it('is taken back with a reason and given anew; readers keep that there was one', async () => {
    expect((await act('ceptoar.water', 'withdrawal', { why: '書き誤り' })).body.reason).toBe('not-signed');
    const id = (await get('cs.duty', `/api/surveys/${survey}/answers`)).body.items[0].id;
    expect((await act('ceptoar.power', 'withdrawal', { why: '書き誤り' })).body.state).toBe('begun');
    expect((await get('cs.duty', `/api/surveys/${survey}/answers/${id}`)).status).toBe(404);
    expect((await get('cs.duty', `/api/surveys/${survey}/answers`)).body).toMatchObject({ items: [], withdrawn: 1 });
    expect((await get('ceptoar.power', '/api/waiting')).body.deadlines).toHaveLength(1);
    expect((await act('ceptoar.power-2', 'signature')).body.reason).toBe('no-request');
    const { revision } = (await answer('ceptoar.power')).sections[0];
    await stage.save('ceptoar.power', survey, 'desk', { answers: { ...whole['desk'], deskPeople: 8 }, revision });
    await act('ceptoar.power', 'request');
    const anew = (await act('ceptoar.power-2', 'signature')).body;
    expect(anew.signed.map((it: { n: number; withdrawn: unknown }) => [it.n, it.withdrawn === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((await get('ceptoar.power', `/api/surveys/${survey}/answers/${id}`)).body.answers.deskPeople.value).toBe(4);
    expect((await get('cs.duty', `/api/surveys/${survey}/answers`)).body.items).toHaveLength(1);
  });
});

describe('time', () => {
  it('takes an answer after its time, and marks it late', async () => {
    world.clock.set(day(31));
    await stage.fill('ceptoar.water', survey);
    await act('ceptoar.water', 'request');
    expect((await act('ceptoar.water-2', 'signature')).body.signed[0].late).toBe(true);
    const { items } = (await get('cs.duty', `/api/surveys/${survey}/answers`)).body;
    expect(items.map((it: { late: boolean }) => it.late)).toEqual([false, true]);
  });

  it('loses nothing of what somebody writes while the campaign is closed, and signs it no more', async () => {
    world.clock.set(day(32));
    await act('ceptoar.water', 'withdrawal', { why: '数え直し' });
    await act('ceptoar.water', 'request');
    await stage.turn('cs.duty', survey, 'closing');
    expect(
      (await stage.save('ceptoar.water', survey, 'drills', { answers: { ownDrills: 3 }, revision: 1 })).status,
    ).toBe(200);
    expect((await answer('ceptoar.water')).sections[5].answers).toEqual({ ownDrills: 3 });
    for (const what of ['request', 'signature'])
      expect([what, (await act('ceptoar.water-2', what)).body.reason]).toEqual([what, 'survey-over']);
    expect((await act('ceptoar.power', 'withdrawal', { why: 'x' })).body.reason).toBe('survey-over');
  });
});

describe('the next year', () => {
  let next: string;
  beforeAll(async () => {
    world.clock.set(day(365));
    next = await stage.come({ year: 2027, due: day(395).toISOString() });
  });

  it('begins with what was signed last, each to be confirmed or changed', async () => {
    const it = await answer('ceptoar.power', next);
    expect([it.state, it.last.year, it.last.answers.deskPeople.value]).toEqual(['blank', 2026, 8]);
    expect(it.sections[0]).toMatchObject({ answered: 2, open: ['deskHours', 'deskPeople'], wrong: [] });
    const refused = await act('ceptoar.power', 'request', {}, next);
    expect([refused.body.reason, refused.body.fields[0]]).toEqual(['not-confirmed', 'deskHours']);
    expect((await answer('ceptoar.water', next)).last).toBeNull();
  });

  it('takes a field as settled when it is said to be the same and is, or when it differs', async () => {
    const was = (await answer('ceptoar.power', next)).sections[0].answers;
    const save = (answers: unknown, carried: unknown, revision?: number) =>
      stage.save('ceptoar.power', next, 'desk', { answers, carried, ...(revision === undefined ? {} : { revision }) });
    const open = async (...it: Parameters<typeof save>) => (await save(...it)).body.open;
    expect(await open(was, { deskHours: 'same', deskPeople: 'changed' })).toEqual(['deskPeople']);
    expect(await open({ ...was, deskPeople: 9 }, { deskHours: 'same', deskPeople: 'same' }, 1)).toEqual([]);
    const { deskPeople: _, ...without } = was;
    expect(await open(without, { deskHours: 'same' }, 2)).toEqual(['deskPeople']);
    expect(await open(without, { deskHours: 'same', deskPeople: 'changed' }, 3)).toEqual([]);
  });

  it('shows last year’s answer to its own body alone', async () => {
    for (const who of ['ministry.meti', 'cs.duty']) {
      expect([who, (await get(who, `/api/surveys/${next}/answers`)).body.items]).toEqual([who, []]);
      expect([who, (await get(who, `/api/surveys/${next}/answer`)).status]).toEqual([who, 404]);
    }
  });
});

it('keeps an answer of a drill in its realm', async () => {
  const realm = await world.openDrill(['cs.duty', 'ministry.meti', 'ceptoar.power']);
  const there = await stage.come({ due: day(395).toISOString() }, realm);
  const inside = (who: string, path: string) => world.call(who, 'GET', path, undefined, { 'noroshi-realm': realm });
  expect((await inside('ceptoar.power', `/api/surveys/${there}/answer`)).body.last).toBeNull();
  expect((await get('ceptoar.power', `/api/surveys/${there}/answer`)).status).toBe(404);
  expect((await inside('ceptoar.power', `/api/surveys/${survey}/answer`)).status).toBe(404);
  await stage.fill('ceptoar.power', there, realm);
  await world.call('ceptoar.power', 'POST', `/api/surveys/${there}/answer/request`, {}, { 'noroshi-realm': realm });
  await world.call('ceptoar.power-2', 'POST', `/api/surveys/${there}/answer/signature`, {}, { 'noroshi-realm': realm });
  const { items } = (await inside('cs.duty', `/api/surveys/${there}/answers`)).body;
  expect(items).toHaveLength(1);
  expect((await inside('cs.duty', `/api/surveys/${there}/answers/${items[0].id}`)).status).toBe(200);
  expect((await get('cs.duty', `/api/surveys/${there}/answers/${items[0].id}`)).status).toBe(404);
});
