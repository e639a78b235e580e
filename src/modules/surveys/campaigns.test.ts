import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { remind } from '../circulation/index.ts';
import { buildWorld, type World } from '../../../test/world.ts';
import { day, start, surveying } from '../../../test/surveys.ts';

let world: World;
let stage: ReturnType<typeof surveying>;
beforeAll(async () => {
  world = await buildWorld(start);
  stage = surveying(world);
});
afterAll(() => world.close());

const at = (n: number): void => world.clock.set(day(n));
const body = (who: string): string => world.people.get(who)?.body ?? '';
const get = (who: string, path: string, realm?: string) =>
  world.call(who, 'GET', path, undefined, realm === undefined ? {} : { 'noroshi-realm': realm });
let survey: string;

describe('a campaign before it is opened', () => {
  it('is planned by who holds the power, for a survey of the programme, with time enough to answer', async () => {
    for (const who of ['ministry.meti', 'ceptoar.power', 'operator.power-a', 'cs.planner', 'admin.system'])
      expect([who, (await stage.plan(who)).status]).toEqual([who, 403]);
    expect((await stage.plan('cs.duty', { about: 'nothing' })).body.reason).toBe('survey-unknown');
    expect((await stage.plan('cs.duty', { due: day(0).toISOString() })).body.reason).toBe('due-too-soon');
    const made = await stage.plan('cs.duty');
    expect([made.status, made.body.state, made.body.part, made.body.year]).toEqual([201, 'planned', 'desk', 2026]);
    survey = made.body.id;
  });

  it('is refused where nobody would be asked, or somebody who is not of those asked', async () => {
    expect((await stage.plan('cs.duty', { bodies: [body('operator.power-a')] })).body.reason).toBe('audience-empty');
    expect((await stage.plan('cs.duty', { bodies: [body('ministry.meti')] })).body.reason).toBe('audience-empty');
    const mixed = await stage.plan('cs.duty', { bodies: [body('ceptoar.power'), body('agency.ipa')] });
    expect([mixed.status, mixed.body.reason]).toEqual([400, 'body-not-asked']);
    const { rows } = await world.admin.query('select count(*)::int as n from surveys.campaign');
    expect(rows[0].n).toBe(1);
  });

  it('shows its desk exactly whom it would go to, and nobody else that it exists', async () => {
    const audience = (await get('cs.duty', `/api/surveys/${survey}/audience`)).body;
    expect([audience.asked, audience.onTheWay]).toEqual([2, 2]);
    expect(audience.recipients.map((it: { body: string }) => it.body).toSorted()).toEqual(
      ['ministry.meti', 'ministry.mhlw', 'ceptoar.power', 'ceptoar.water'].map(body).toSorted(),
    );
    for (const who of ['ministry.meti', 'security.meti', 'ceptoar.power', 'operator.power-a', 'cs.planner']) {
      expect([who, (await get(who, `/api/surveys/${survey}`)).status]).toEqual([who, 404]);
      expect([who, (await get(who, '/api/surveys')).body.items]).toEqual([who, []]);
      expect([who, (await get(who, `/api/surveys/${survey}/reach`)).status]).toEqual([who, 404]);
    }
  });

  it('is opened by another person of the desk, once, for two who press at once', async () => {
    expect((await stage.turn('cs.duty', survey, 'opening')).status).toBe(403);
    const own = (await stage.plan('cs.chief')).body.id as string;
    expect((await stage.turn('cs.chief', own, 'opening')).body.reason).toBe('survey-needs-second-person');
    expect((await stage.turn('cs.duty', own, 'calling-off')).body.state).toBe('called-off');
    expect((await stage.turn('cs.chief', own, 'closing')).body.reason).toBe('survey-not-so');
    expect((await stage.turn('cs.chief', survey, 'extension', { due: day(40).toISOString() })).body.reason).toBe(
      'survey-not-so',
    );
    const both = await Promise.all([
      stage.turn('cs.chief', survey, 'opening'),
      stage.turn('cs.chief', survey, 'opening'),
    ]);
    expect(both.map((it) => it.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect((await get('cs.duty', `/api/surveys/${survey}/audience`)).body.reason).toBe('survey-not-so');
  });

  it('goes to nobody whom the preview did not show, and cannot leave past its doors', async () => {
    const { rows } = await world.admin.query(
      `select r.body from circulation.receipt r join circulation.item i on i.id = r.item where i.subject = $1`,
      [survey],
    );
    expect(rows.map((it): string => it.body).toSorted()).toEqual(
      ['ministry.meti', 'ministry.mhlw', 'ceptoar.power', 'ceptoar.water'].map(body).toSorted(),
    );
    const planned = (await stage.plan('cs.duty')).body.id as string;
    await expect(
      world.admin.query(`update circulation.item set sent = now() where subject = $1`, [planned]),
    ).rejects.toMatchObject({ message: 'needs-second-person' });
  });
});

describe('a campaign on its way down', () => {
  it('comes to the ministries alone, with a duty and its deadline, and to those asked when it is passed on', async () => {
    await world.settle();
    for (const who of ['ministry.meti', 'ministry.mhlw']) {
      const seen = (await get(who, `/api/surveys/${survey}`)).body;
      expect([who, seen.part, seen.relay.waiting, seen.may.relay]).toEqual([who, 'relay', 1, true]);
      expect(seen.relay.due).toBe(day(5).toISOString());
      const { deadlines } = (await get(who, '/api/waiting')).body;
      expect(deadlines.map((it: { kind: string }) => it.kind)).toEqual(['relay']);
    }
    for (const who of ['ceptoar.power', 'ceptoar.water', 'security.meti', 'operator.power-a'])
      expect([who, (await get(who, `/api/surveys/${survey}`)).status]).toEqual([who, 404]);
    at(1);
    expect((await stage.turn('ministry.meti', survey, 'relay')).body.relay.waiting).toBe(0);
    expect((await stage.turn('ministry.meti', survey, 'relay')).body.reason).toBe('already-relayed');
    await world.settle();
    const came = (await get('ceptoar.power', `/api/surveys/${survey}`)).body;
    expect([came.part, came.may.answer, came.due]).toEqual(['answer', true, day(30).toISOString()]);
    const { deadlines } = (await get('ceptoar.power', '/api/waiting')).body;
    expect(deadlines[0]).toMatchObject({ kind: 'answer', due: day(30).toISOString() });
    expect((await get('ceptoar.water', `/api/surveys/${survey}`)).status).toBe(404);
    expect((await get('ceptoar.power', '/api/notices')).body.items[0].subject.id).toBe(survey);
  });

  it('is relayed by whom it came to for that, and by this door alone', async () => {
    for (const who of ['security.meti', 'operator.power-a', 'cs.duty'])
      expect([who, (await stage.turn(who, survey, 'relay')).status]).toEqual([who, 403]);
    expect((await stage.turn('ceptoar.water', survey, 'relay')).status).toBe(404);
    expect((await stage.turn('ceptoar.power', survey, 'relay')).body.reason).toBe('nothing-to-relay');
    const inbox = (await get('ministry.mhlw', '/api/inbox?kind=survey')).body.items;
    const other = await world.call('ministry.mhlw', 'POST', `/api/receipts/${inbox[0].receipt}/relay`, {});
    expect(other.body.reason).toBe('relayed-elsewhere');
    expect((await get('ceptoar.water', `/api/surveys/${survey}`)).status).toBe(404);
  });

  it('shows a ministry counts of its own sectors, its desk the whole, and no others anything', async () => {
    const rows = async (who: string) =>
      (await get(who, `/api/surveys/${survey}/reach`)).body.items.map(
        (it: { capacity: string; sector: string; targeted: number; sent: number }) =>
          `${it.capacity} ${it.sector} ${it.sent}/${it.targeted}`,
      );
    expect(await rows('ministry.meti')).toEqual(['ceptoar electricity 1/1']);
    expect(await rows('ministry.mhlw')).toEqual(['ceptoar water 0/1']);
    expect(await rows('ceptoar.power')).toEqual([]);
    expect(await rows('cs.duty')).toEqual(['sector-ministry null 2/2', 'ceptoar electricity 1/1', 'ceptoar water 0/1']);
    expect((await get('security.meti', `/api/surveys/${survey}/reach`)).status).toBe(404);
  });

  it('tells its desk who did what, and the others what was done', async () => {
    const by = async (who: string) => (await get(who, `/api/surveys/${survey}`)).body.turns[0].by;
    expect((await by('cs.duty')).ja).toContain('cs.chief');
    expect(await by('ministry.meti')).toBeNull();
    expect((await get('ceptoar.power', `/api/surveys/${survey}`)).body.by).toBeNull();
  });
});

describe('the time of a campaign', () => {
  it('reminds those who have not answered at three quarters of their time, once', async () => {
    const reminded = async () =>
      (
        await world.admin.query(
          `select count(*)::int as n from circulation.deadline where kind = 'answer' and reminded_at is not null`,
        )
      ).rows[0].n;
    at(22);
    await remind(world.worker, world.clock);
    expect(await reminded()).toBe(0);
    at(23);
    await remind(world.worker, world.clock);
    await world.settle();
    expect(await reminded()).toBe(1);
    const { items } = (await get('ceptoar.power', '/api/notices')).body;
    expect(items.map((it: { why: string }) => it.why)).toContain('reminder');
  });

  it('is extended to a later time for everybody, who are reminded anew', async () => {
    const extend = (due: Date) =>
      stage.turn('cs.duty', survey, 'extension', { due: due.toISOString(), note: '年末のため' });
    expect((await extend(day(29))).body.reason).toBe('due-not-later');
    expect((await extend(day(1))).body.reason).toBe('due-too-soon');
    expect((await stage.turn('ministry.meti', survey, 'extension', { due: day(44).toISOString() })).status).toBe(403);
    expect((await extend(day(44))).body.due).toBe(day(44).toISOString());
    const mine = (await get('ceptoar.power', `/api/surveys/${survey}`)).body;
    expect([mine.due, mine.turns.at(-1).note]).toEqual([day(44).toISOString(), '年末のため']);
    const { deadlines } = (await get('ceptoar.power', '/api/waiting')).body;
    expect(deadlines[0]).toMatchObject({ kind: 'answer', due: day(44).toISOString() });
    at(24);
    await stage.turn('ministry.mhlw', survey, 'relay');
    const late = (await get('ceptoar.water', '/api/waiting')).body.deadlines;
    expect(late[0]).toMatchObject({ kind: 'answer', due: day(44).toISOString() });
  });

  it('ends with its closing: nothing more is asked of anybody', async () => {
    expect((await stage.turn('cs.duty', survey, 'closing')).body.state).toBe('closed');
    for (const who of ['ceptoar.power', 'ceptoar.water', 'ministry.meti', 'cs.duty']) {
      expect([who, (await get(who, '/api/waiting')).body.deadlines]).toEqual([who, []]);
      expect([who, (await get(who, '/api/inbox?open=true')).body.items]).toEqual([who, []]);
    }
    expect((await stage.turn('cs.duty', survey, 'closing')).body.reason).toBe('survey-not-so');
  });
});

it('counts the relaying of a survey for the measure that asks for it, and the closing for none that it is not of', async () => {
  const { items } = (await get('cs.planner', '/api/measures')).body;
  const of = (label: string): number =>
    items
      .find((it: { label: string }) => it.label === label)
      .evidence.reduce((sum: number, one: { count: number }) => sum + one.count, 0);
  expect([of('エ-d'), of('ア-d'), of('ア-e'), of('イ-f')]).toEqual([2, 0, 0, 0]);
});

it('keeps a survey of a drill in its realm', async () => {
  const realm = await world.openDrill(['cs.duty', 'ministry.meti', 'ceptoar.power']);
  const made = await stage.plan('cs.duty', {}, realm);
  expect((await get('cs.duty', `/api/surveys/${made.body.id}/audience`, realm)).body.asked).toBe(1);
  expect((await stage.turn('cs.chief', made.body.id, 'opening', {}, realm)).status).toBe(201);
  expect((await get('ministry.meti', '/api/surveys', realm)).body.items).toHaveLength(1);
  expect((await get('ministry.meti', `/api/surveys/${made.body.id}`)).status).toBe(404);
  expect((await get('ministry.meti', `/api/surveys/${survey}`, realm)).status).toBe(404);
  const { rows } = await world.admin.query(
    `select count(*)::int as n from circulation.receipt where realm = $1 and body = $2`,
    [realm, body('ministry.mhlw')],
  );
  expect(rows[0].n).toBe(0);
});
