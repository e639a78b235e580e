import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const seat = (who: string): string => world.people.get(who)?.seat ?? '';
const tick = (): void => world.clock.set(new Date(world.clock.now().getTime() + 60_000));
const begin = (who: string, other: string, kind: string, more: object = {}) => {
  tick();
  const body = {
    kind,
    with: seat(other),
    offer: false,
    subject: '机上演習の進め方',
    text: '進め方の相談に乗ってほしい。',
  };
  return world.call(who, 'POST', '/api/supports', { ...body, ...more });
};
const show = async (who: string, id: string) => (await world.call(who, 'GET', `/api/supports/${id}`)).body;
const act = (who: string, id: string, noun: string, body: object) => {
  tick();
  return world.call(who, 'POST', `/api/supports/${id}/${noun}`, body);
};
const outcomeOf = async (who: string, id: string): Promise<string> =>
  (await show(who, id)).steps.findLast((it: { step: string }) => it.step === 'outcome').id;

describe('support', () => {
  it('is asked for, taken up, worked on and closed by the word of both sides', async () => {
    const { id } = (await begin('ceptoar.power', 'ministry.meti', 'ceptoar-activity')).body;
    expect(await show('ministry.meti', id)).toMatchObject({ state: 'asked', mine: true, may: ['accept', 'decline'] });
    expect((await show('ceptoar.power', id)).may).toEqual([]);
    expect((await act('ceptoar.power', id, 'answer', { answer: 'accepted' })).body.reason).toBe('not-now');
    expect((await act('ministry.meti', id, 'outcome', { note: '早すぎる' })).body.reason).toBe('not-now');
    expect((await act('ministry.meti', id, 'answer', { answer: 'accepted' })).status).toBe(201);
    expect((await act('ministry.meti', id, 'answer', { answer: 'accepted' })).body.reason).toBe('not-now');
    expect((await act('ceptoar.power', id, 'work', { note: 'こちらではない' })).body.reason).toBe('not-now');
    expect((await act('ministry.meti', id, 'work', { note: '講師を紹介し、筋書きを一緒に作った。' })).status).toBe(201);
    expect((await act('ministry.meti', id, 'outcome', { note: '会員8社が参加した。' })).status).toBe(201);
    const first = await outcomeOf('ceptoar.power', id);
    expect((await act('ministry.meti', id, 'agreement', { outcome: first })).body.reason).toBe('not-now');
    expect((await act('ceptoar.power', id, 'outcome', { note: '会員7社が参加し、手順を改めた。' })).status).toBe(201);
    expect((await act('ministry.meti', id, 'agreement', { outcome: first })).body.reason).toBe('revision-stale');
    expect(
      (await act('ministry.meti', id, 'agreement', { outcome: await outcomeOf('ministry.meti', id) })).status,
    ).toBe(201);
    expect(await show('ceptoar.power', id)).toMatchObject({ state: 'closed', may: [] });
    const facts = await world.admin.query(
      `select fact, detail ->> 'of' as of from journal.entry where subject = $1 and detail ? 'of' order by at`,
      [id],
    );
    expect(facts.rows.map((it) => `${it.fact}.${it.of}`)).toEqual([
      'support.requested.ceptoar-activity',
      'support.opened.ceptoar-activity',
      'support.closed.ceptoar-activity',
    ]);
  });

  it('may be offered too, and declined with a reason only', async () => {
    const { id } = (await begin('ministry.meti', 'operator.power-a', 'sector-standards', { offer: true })).body;
    expect((await show('operator.power-a', id)).may).toEqual(['accept', 'decline']);
    expect((await act('operator.power-a', id, 'answer', { answer: 'declined' })).status).toBe(400);
    expect(
      (await act('operator.power-a', id, 'answer', { answer: 'declined', note: '今年は足りています。' })).status,
    ).toBe(201);
    expect((await show('ministry.meti', id)).state).toBe('declined');
    expect((await act('ministry.meti', id, 'work', { note: '続ける' })).body.reason).toBe('not-now');
  });

  it('goes the programme’s ways alone: to the seat above, for what the kind is for', async () => {
    for (const [who, other, kind, offer] of [
      ['ceptoar.power', 'ministry.mhlw', 'ceptoar-activity', false],
      ['operator.power-a', 'ministry.meti', 'ceptoar-activity', false],
      ['ceptoar.power', 'cs.duty', 'ceptoar-activity', false],
      ['ceptoar.power', 'ministry.meti', 'no-such-kind', false],
      ['ministry.mhlw', 'operator.power-a', 'sector-standards', true],
      ['crisis.npa', 'operator.power-a', 'response', true],
      ['agency.ipa', 'ceptoar.power', 'ceptoar-activity', true],
    ] as const)
      expect([who, other, (await begin(who, other, kind, { offer })).body.reason]).toEqual([
        who,
        other,
        'not-to-be-asked',
      ]);
    expect((await begin('operator.power-a', 'crisis.npa', 'response')).status).toBe(201);
    expect((await begin('cs.duty', 'ministry.meti', 'standards', { offer: true })).status).toBe(201);
  });

  it('is seen by the two alone, in lists, by id and in notices', async () => {
    const { id } = (await begin('ceptoar.water', 'ministry.mhlw', 'council')).body;
    await world.settle();
    for (const who of world.people.keys()) {
      const two = who === 'ceptoar.water' || who === 'ministry.mhlw';
      const listed = JSON.stringify((await world.call(who, 'GET', '/api/supports')).body).includes(id);
      const told = JSON.stringify((await world.call(who, 'GET', '/api/notices')).body).includes(id);
      expect([who, listed, told]).toEqual([who, two, who === 'ministry.mhlw']);
      if (two) continue;
      const status = (await world.call(who, 'GET', `/api/supports/${id}`)).status;
      expect([who, status === 404 || status === 403]).toEqual([who, true]);
      const tried = (await act(who, id, 'answer', { answer: 'accepted' })).status;
      expect([who, tried === 404 || tried === 403]).toEqual([who, true]);
    }
  });
});
