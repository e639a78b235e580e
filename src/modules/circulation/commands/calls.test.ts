import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildWorld, type World } from '../../../../test/world.ts';
import { escalate } from './escalate.ts';
import { remind } from './remind.ts';

let world: World;
const noon = new Date('2026-11-23T03:00:00Z');
const minutes = (n: number): Date => new Date(noon.getTime() + n * 60_000);
beforeAll(async () => {
  world = await buildWorld(noon);
});
beforeEach(async () => {
  world.clock.set(noon);
  for (const table of ['circulation.word', 'circulation.attempt', 'notices.notice', 'circulation.deadline'])
    await world.admin.query(`delete from ${table}`);
  await world.admin.query(`update circulation.receipt set closed_at = now()`);
  await world.admin.query(`delete from parties.duty_shift`);
  await world.admin.query(`delete from parties.contact_point`);
});
afterAll(() => world.close());

const point = async (who: string, more: object = {}): Promise<string> => {
  const it = { role: 'duty', label: '指令所', hours: 'always', position: 1, phone: '00-0000-0001', ...more };
  const made = await world.call(who, 'POST', '/api/contacts', it);
  expect([made.status, made.body.reason]).toEqual([201, undefined]);
  return made.body.id;
};
const warn = async (more: object = {}): Promise<string> => {
  const draft = {
    title: '端末の応答停止',
    body: '端末を確かめてください。',
    kind: 'warning',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    audience: { circles: ['ceptoar.power'], bodies: [] },
    tempo: 'direct',
    acknowledgeBy: minutes(60).toISOString(),
    ...more,
  };
  const { id } = (await world.call('cs.duty', 'POST', '/api/provisions', draft)).body;
  expect((await world.call('cs.chief', 'POST', `/api/provisions/${id}/approval`)).status).toBeLessThan(300);
  expect((await world.call('cs.duty', 'POST', `/api/provisions/${id}/dispatch`)).status).toBe(200);
  await world.settle();
  return id;
};
const bodyOf = (who: string): string => world.people.get(who)?.body ?? '';
const calls = async (who: string) => (await world.call(who, 'GET', '/api/calls')).body.items;
const callFor = async (who: string, whom: string) =>
  (await calls(who)).find((it: { body: { id: string } }) => it.body.id === bodyOf(whom));
const receiptOf = async (who: string, subject: string): Promise<string> =>
  (await world.call(who, 'GET', '/api/inbox')).body.items.find(
    (it: { subject: { id: string } }) => it.subject.id === subject,
  ).receipt;

describe('whom to telephone', () => {
  it('stands on the desks above the silent once the time is over, and on no other', async () => {
    for (const who of ['operator.power-a', 'ceptoar.power', 'ministry.meti']) await point(who);
    await warn();
    expect(await calls('ceptoar.power')).toEqual([]);
    world.clock.set(minutes(61));
    const names = async (who: string) => new Set((await calls(who)).map((it: { body: { id: string } }) => it.body.id));
    const operators = ['a', 'b', 'c', 'd', 'e', 'f'].map((x) => bodyOf(`operator.power-${x}`));
    expect(await names('ceptoar.power')).toEqual(new Set(operators));
    expect(await names('ministry.meti')).toEqual(new Set([...operators, bodyOf('ceptoar.power')]));
    expect(await names('cs.duty')).toEqual(new Set([bodyOf('ministry.meti'), bodyOf('ceptoar.power')]));
    for (const who of [...world.people.keys()].filter(
      (it) => !['ceptoar.power', 'ministry.meti', 'cs.duty', 'cs.chief'].includes(it),
    ))
      expect([who, await calls(who)]).toEqual([who, []]);
  });

  it('never gives the number of an operator to a seat outside its tiers', async () => {
    await point('operator.power-a', { phone: '00-1234-5678' });
    await point('ceptoar.power', { phone: '00-8765-4321' });
    await warn();
    world.clock.set(minutes(61));
    expect((await callFor('ceptoar.power', 'operator.power-a')).points[0].phone).toBe('00-1234-5678');
    for (const who of world.people.keys())
      if (who !== 'ceptoar.power' && who !== 'ministry.meti' && who !== 'operator.power-a')
        expect([who, JSON.stringify(await calls(who)).includes('00-1234-5678')]).toEqual([who, false]);
    expect((await callFor('cs.duty', 'ceptoar.power')).points[0].phone).toBe('00-8765-4321');
  });

  it('asks for nothing that gives more than an urgent time, and nothing that was answered', async () => {
    await warn({ acknowledgeBy: minutes(60 * 24 * 3).toISOString() });
    const answered = await warn();
    const receipt = await receiptOf('operator.power-b', answered);
    await world.call('operator.power-b', 'POST', `/api/receipts/${receipt}/acknowledgement`, { state: 'received' });
    world.clock.set(minutes(61));
    expect(await callFor('ceptoar.power', 'operator.power-b')).toBeUndefined();
    world.clock.set(minutes(60 * 24 * 3 + 1));
    expect(new Set((await calls('ceptoar.power')).map((it: { subject: { id: string } }) => it.subject.id))).toEqual(
      new Set([answered]),
    );
  });

  it('goes by the roster, then by the hour, then in the order of the body; what has ended keeps its name and loses its number', async () => {
    const who = 'operator.power-a';
    const always = await point(who, { label: '代表', position: 3 });
    const night = await point(who, { label: '宿直', hours: 'night', position: 2 });
    const day = await point(who, { label: '昼の窓口', hours: 'day', position: 1 });
    const gone = await point(who, { label: '旧窓口', position: 4, phone: '00-0000-0009' });
    await world.admin.query(
      `update parties.contact_point set valid_from = '2026-01-01', valid_to = '2026-11-01' where id = $1`,
      [gone],
    );
    await warn();
    const order = async () =>
      (await callFor('ceptoar.power', who)).points.map((it: { id: string; why: string }) => [it.id, it.why]);
    world.clock.set(minutes(61));
    expect(await order()).toEqual([
      [day, 'hours'],
      [always, 'always'],
      [night, 'other-hours'],
      [gone, 'ended'],
    ]);
    const ended = (await callFor('ceptoar.power', who)).points.at(-1);
    expect([ended.phone, ended.doubts]).toEqual([null, ['ended']]);
    const all = {
      called: '当番 佐久間',
      contact: night,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      starts: '00:00',
      ends: '00:00',
    };
    expect((await world.call(who, 'POST', '/api/roster/shifts', all)).status).toBe(201);
    const [first] = (await callFor('ceptoar.power', who)).points;
    expect([first.id, first.why, first.called]).toEqual([night, 'on-duty', '当番 佐久間']);
    expect(first.doubts).toContain('untried');
  });

  it('moves on to the next number after each attempt and tells another seat above only that and when it rang', async () => {
    const who = 'operator.power-a';
    const [one, two] = [await point(who, { position: 1 }), await point(who, { position: 2, phone: '00-0000-0002' })];
    await warn();
    world.clock.set(minutes(61));
    const call = await callFor('ceptoar.power', who);
    expect(call.next).toBe(one);
    const note = (more: object) =>
      world.call('ceptoar.power', 'POST', `/api/items/${call.item}/attempts`, {
        receipt: call.receipt,
        channel: 'phone',
        ...more,
      });
    expect((await note({ outcome: 'no-answer', contact: one })).status).toBe(201);
    expect((await callFor('ceptoar.power', who)).next).toBe(two);
    world.clock.set(minutes(62));
    await note({ outcome: 'wrong-number', contact: two, note: '別の会社につながる' });
    const after = await callFor('ceptoar.power', who);
    expect([after.next, after.tried.length, after.points[1].doubts]).toEqual([one, 2, ['untried', 'wrong-number']]);
    expect(after.tried[0].by.ja).toBe('人物ceptoar.power');
    const above = await callFor('ministry.meti', who);
    expect(above.tried).toEqual([]);
    expect(above.elsewhere).toEqual({ at: minutes(62).toISOString(), outcome: 'wrong-number' });
    expect(JSON.stringify(above)).not.toContain('別の会社');
  });

  it('takes no attempt for a body outside one’s tiers and no number of another body', async () => {
    const foreign = await point('operator.water-a');
    const own = await point('operator.power-a');
    await warn();
    world.clock.set(minutes(61));
    const call = await callFor('ceptoar.power', 'operator.power-a');
    const note = (who: string, contact?: string) =>
      world.call(who, 'POST', `/api/items/${call.item}/attempts`, {
        receipt: call.receipt,
        channel: 'phone',
        outcome: 'reached',
        ...(contact === undefined ? {} : { contact }),
      });
    expect((await note('ceptoar.power', foreign)).status).toBe(404);
    expect((await note('ceptoar.power', own)).status).toBe(201);
    for (const who of ['cs.duty', 'operator.power-b', 'ministry.mhlw', 'security.meti', 'agency.ipa', 'admin.system'])
      expect([who, (await note(who)).status]).toEqual([who, 404]);
    expect(
      (
        await world.call('ceptoar.power', 'POST', `/api/items/${call.item}/attempts`, {
          channel: 'phone',
          outcome: 'reached',
          contact: own,
        })
      ).status,
    ).toBe(404);
  });
});

describe('a word by telephone', () => {
  const word = (who: string, receipt: string, more: object = {}) =>
    world.call(who, 'POST', `/api/receipts/${receipt}/word`, { state: 'received', saidBy: '指令長 佐久間', ...more });

  it('acknowledges for the body and says for ever who said it and who noted it', async () => {
    const subject = await warn();
    const receipt = await receiptOf('operator.power-a', subject);
    world.clock.set(minutes(61));
    expect((await word('ceptoar.power', receipt, { note: '調査中とのこと', state: 'investigating' })).status).toBe(201);
    expect(await callFor('ceptoar.power', 'operator.power-a')).toBeUndefined();
    const seen = (await world.call('ministry.meti', 'GET', `/api/provisions/${subject}/circulation`)).body;
    const row = seen.rows.find((it: { receipt: string }) => it.receipt === receipt);
    expect(row).toMatchObject({
      state: 'investigating',
      openedAt: null,
      spoken: { saidBy: '指令長 佐久間', by: 'ceptoar.power' },
    });
    expect(seen.spoken).toBe(1);
    expect((await world.call('cs.duty', 'GET', `/api/provisions/${subject}/circulation`)).body.spoken).toBe(1);
    const own = (await world.call('operator.power-a', 'GET', `/api/receipts/${receipt}/words`)).body.items;
    expect(own).toMatchObject([
      { state: 'investigating', saidBy: '指令長 佐久間', note: '調査中とのこと', by: { ja: 'ceptoar.power' } },
    ]);
    const facts = await world.admin.query(
      `select fact from journal.entry where fact in ('receipt.acknowledged', 'receipt.spoken-for') and subject = (select item from circulation.receipt where id = $1)`,
      [receipt],
    );
    expect(facts.rows.map((it) => it.fact)).toEqual(['receipt.spoken-for']);
  });

  it('binds nobody: the own answer may say less, counts from then on, and no word comes after it', async () => {
    const subject = await warn();
    const receipt = await receiptOf('operator.power-a', subject);
    world.clock.set(minutes(61));
    await word('ceptoar.power', receipt, { state: 'affected' });
    expect((await word('ceptoar.power', receipt)).body.reason).toBe('state-goes-back');
    world.clock.set(minutes(90));
    const said = await world.call('operator.power-a', 'POST', `/api/receipts/${receipt}/acknowledgement`, {
      state: 'received',
    });
    expect([said.status, said.body.acknowledgedAt]).toEqual([200, minutes(61).toISOString()]);
    expect((await word('ministry.meti', receipt)).body.reason).toBe('answered-itself');
    const seen = (await world.call('ministry.meti', 'GET', `/api/provisions/${subject}/circulation`)).body;
    expect(seen.rows.find((it: { receipt: string }) => it.receipt === receipt)).toMatchObject({
      state: 'received',
      spoken: null,
    });
    expect((await world.call('operator.power-a', 'GET', `/api/receipts/${receipt}/words`)).body.items).toHaveLength(1);
  });

  it('is taken by the tiers above alone, never for oneself, never for a report, and read by nobody else', async () => {
    const subject = await warn();
    const receipt = await receiptOf('operator.power-a', subject);
    for (const who of [
      'operator.power-a',
      'operator.power-b',
      'cs.duty',
      'ministry.mhlw',
      'security.meti',
      'ceptoar.water',
      'admin.system',
    ])
      expect([who, (await word(who, receipt)).status]).toEqual([who, 404]);
    await word('ministry.meti', receipt);
    for (const who of ['operator.power-b', 'cs.duty', 'ministry.mhlw', 'security.meti', 'admin.system'])
      expect([who, (await world.call(who, 'GET', `/api/receipts/${receipt}/words`)).status]).toEqual([who, 404]);
    const report = await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '応答停止',
      eventType: 'E31',
      handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    });
    await world.settle();
    const up = await receiptOf('ministry.meti', report.body.id);
    expect((await word('operator.power-a', up)).status).toBe(404);
  });

  it('lets the centre take a CEPTOAR’s word, whose desk is public', async () => {
    const subject = await warn();
    const receipt = await receiptOf('ceptoar.power', subject);
    world.clock.set(minutes(61));
    expect((await word('cs.duty', receipt)).status).toBe(201);
    expect((await world.call('cs.duty', 'GET', `/api/receipts/${receipt}/words`)).body.items).toHaveLength(1);
    expect((await world.call('ministry.meti', 'GET', `/api/receipts/${receipt}/words`)).body.items).toHaveLength(1);
  });
});

describe('the silence of something urgent', () => {
  it('is marked once and rings the seats above once, beside the sender’s own duty', async () => {
    await warn();
    world.clock.set(minutes(61));
    expect(await escalate(world.worker, world.clock)).toBe(8);
    expect(await escalate(world.worker, world.clock)).toBe(0);
    await remind(world.worker, world.clock);
    await world.settle();
    const whys = async (who: string) =>
      (await world.call(who, 'GET', '/api/notices?unread=true')).body.items
        .map((it: { why: string }) => it.why)
        .toSorted();
    expect((await whys('ceptoar.power')).filter((it: string) => it === 'call')).toEqual(['call']);
    expect((await whys('ministry.meti')).filter((it: string) => it === 'call')).toEqual(['call']);
    expect((await whys('cs.duty')).filter((it: string) => it === 'call')).toEqual([]);
    expect((await whys('operator.power-a')).includes('call')).toBe(false);
  });
});
