import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../test/leaks/seeing.ts';
import { buildWorld, type World } from '../../../test/world.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld();
});
afterAll(() => world.close());

const heard = (operator: string, more: object = {}) => ({
  headline: '監視端末が応答しない',
  eventType: 'E31',
  handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
  body: world.people.get(operator)?.body,
  saidBy: '当直の山根（架空）',
  callBack: '00-0000-0911',
  channel: 'phone',
  saidAt: '2026-11-23T02:40:00Z',
  ...more,
});
const enter = (who: string, body: object) => world.call(who, 'POST', '/api/reports/entries', body);
const read = async (who: string, id: string) => await world.call(who, 'GET', `/api/reports/${id}`);
const readers = async (id: string): Promise<string[]> => {
  const seen = await Promise.all(
    [...world.people.keys()].map(async (who) => [who, (await read(who, id)).status] as const),
  );
  return seen
    .filter(([, status]) => status === 200)
    .map(([who]) => who)
    .sort();
};

describe('a report that a ministry types in for an operator', () => {
  it('is the operator’s own, with the walls it would have had', async () => {
    const made = await enter('ministry.meti', heard('operator.power-a'));
    expect([made.status, made.body.sentTo], JSON.stringify(made.body)).toEqual([201, ['meti']]);
    const { id } = made.body;
    expect(await readers(id)).toEqual(['ministry.meti', 'operator.power-a']);
    const own = (await read('operator.power-a', id)).body;
    expect(own.may).toMatchObject({ addVersion: true, confirm: true });
    expect(own.source.body.id).toBe(world.people.get('operator.power-a')?.body);
    expect(own.entry).toMatchObject({
      by: 'meti',
      channel: 'phone',
      saidBy: '当直の山根（架空）',
      callBack: '00-0000-0911',
      confirmedAt: null,
    });
    const typed = (await read('ministry.meti', id)).body;
    expect(typed.may).toMatchObject({ addVersion: false, confirm: false, relay: true, return: true });
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    const masked = (await read('cs.duty', id)).body;
    expect([masked.source, masked.entry, masked.thread]).toEqual([null, null, null]);
    for (const word of ['power-a', '山根', '0911']) expect(JSON.stringify(masked)).not.toContain(word);
    for (const table of ['exchange.entry', 'exchange.source'])
      expect(await rowsOf(world, 'cs.duty', sql`select * from ${sql.table(table)}`)).toEqual([]);
  });

  it('is confirmed by the operator alone, once, or put right by a version of its own', async () => {
    const { id } = (await enter('ministry.meti', heard('operator.power-b'))).body;
    const confirm = (who: string) => world.call(who, 'POST', `/api/reports/${id}/confirmation`);
    for (const who of ['operator.power-a', 'agency.ipa']) expect((await confirm(who)).status).toBe(404);
    expect((await confirm('ministry.meti')).status).toBe(403);
    const first = await confirm('operator.power-b');
    world.clock.set(new Date('2026-11-23T03:05:00Z'));
    expect([first.status, (await confirm('operator.power-b')).body]).toEqual([201, first.body]);
    expect((await read('ministry.meti', id)).body.entry.confirmedAt).toBe(first.body.at);
    const other = (await enter('ministry.meti', heard('operator.power-b'))).body.id;
    await world.call('operator.power-b', 'POST', `/api/reports/${other}/versions`, {
      stage: 'correction',
      summary: '止まったのは二台である。',
    });
    const corrected = (await read('operator.power-b', other)).body;
    expect(corrected.entry.confirmedAt).not.toBeNull();
    expect(corrected.may.confirm).toBe(false);
    const plain = await world.call('operator.power-b', 'POST', '/api/reports', {
      headline: '停止',
      eventType: 'E31',
      handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    });
    const none = await world.call('operator.power-b', 'POST', `/api/reports/${plain.body.id}/confirmation`);
    expect(none.status).toBe(404);
  });
});

describe('what the caller said of its name', () => {
  const nameLine = async (who: string, id: string) =>
    (await world.call(who, 'GET', `/api/reports/${id}/consents`)).body.classes.find(
      (it: { class: string }) => it.class === 'name-at-centre',
    );

  it('is the first line of the ledger, in the hand of who typed it, and the operator may take it back', async () => {
    const { id } = (await enter('ministry.meti', heard('operator.power-c', { disclosure: { nameToCs: true } }))).body;
    const line = await nameLine('operator.power-c', id);
    expect([line.state, line.acts[0].by]).toEqual(['given', 'meti']);
    await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
    const told = (await read('cs.duty', id)).body;
    expect([told.source.body.name, told.entry.saidBy]).toEqual(['架空power-c株式会社', '当直の山根（架空）']);
    const back = { class: 'name-at-centre', act: 'withdrawn' };
    expect((await world.call('operator.power-c', 'POST', `/api/reports/${id}/consents`, back)).status).toBe(201);
    const masked = (await read('cs.duty', id)).body;
    expect([masked.source, masked.entry]).toEqual([null, null]);
  });

  it('is a no when it was a no, and an open question when nobody asked', async () => {
    const no = (await enter('ministry.meti', heard('operator.power-c', { disclosure: { nameToCs: false } }))).body.id;
    const open = (await enter('ministry.meti', heard('operator.power-c'))).body.id;
    for (const [id, state] of [
      [no, 'refused'],
      [open, 'none'],
    ] as const) {
      expect((await nameLine('operator.power-c', id)).state).toBe(state);
      await world.call('ministry.meti', 'POST', `/api/reports/${id}/relay`, {});
      expect((await read('cs.duty', id)).body.source).toBeNull();
    }
  });
});

describe('a report that others type in', () => {
  it('by the CEPTOAR secretariat goes to the ministry; the secretariat keeps sight of what it heard', async () => {
    const { id, sentTo } = (await enter('ceptoar.power', heard('operator.power-c'))).body;
    expect(sentTo).toEqual(['meti']);
    expect(await readers(id)).toEqual(['ceptoar.power', 'ministry.meti', 'operator.power-c']);
    const seen = (await read('ceptoar.power', id)).body;
    expect([seen.source.body.name, seen.thread, seen.may.relay]).toEqual(['架空power-c株式会社', null, false]);
  });

  it('by the centre, which was called, tells the centre the name, and that is recorded', async () => {
    const { id, sentTo } = (await enter('cs.duty', heard('operator.water-a'))).body;
    expect(sentTo).toEqual(['mhlw']);
    expect(await readers(id)).toEqual(['cs.chief', 'cs.duty', 'ministry.mhlw', 'operator.water-a']);
    expect((await read('operator.water-a', id)).body.disclosure.nameToCs).toBe(true);
    const { rows } = await world.admin.query(
      `select count(*)::int as n from journal.entry where fact = 'report.disclosed'`,
    );
    expect(rows[0].n).toBe(1);
    expect((await world.call('ministry.mhlw', 'POST', `/api/reports/${id}/relay`, { note: '確認中' })).status).toBe(
      200,
    );
    const shown = (await read('cs.duty', id)).body;
    expect([shown.receipt !== null, shown.notes.length]).toEqual([true, 1]);
  });
});

describe('what may not be typed in', () => {
  it('is refused without telling whether there is such a body, and nothing is stored', async () => {
    const count = async () =>
      (await world.admin.query('select count(*)::int as n from exchange.report_version')).rows[0].n;
    const before = await count();
    const nobody = heard('operator.power-a', { body: '00000000-0000-4000-8000-000000000000' });
    const missing = (await enter('ministry.meti', nobody)).body;
    for (const [who, operator] of [
      ['ministry.meti', 'operator.water-a'],
      ['ministry.mhlw', 'operator.power-a'],
      ['ceptoar.water', 'operator.power-a'],
      ['ministry.meti', 'agency.ipa'],
      ['ministry.meti', 'ministry.meti'],
    ] as const) {
      const reply = await enter(who, heard(operator));
      expect([who, operator, reply.status, reply.body]).toEqual([who, operator, 404, missing]);
    }
    for (const who of ['operator.power-a', 'security.meti', 'agency.ipa', 'admin.system'])
      expect([who, (await enter(who, heard('operator.power-b'))).status]).toEqual([who, 403]);
    for (const wrong of [
      { channel: 'pigeon' },
      { saidBy: '' },
      { saidAt: '2026-12-23T02:40:00Z' },
      { sector: 'water' },
      { kind: 'damage' },
    ])
      expect((await enter('ministry.meti', heard('operator.power-a', wrong))).status).toBeGreaterThanOrEqual(400);
    expect(await count()).toBe(before);
  });

  it('is refused by the database too: nobody becomes another’s author past the door', async () => {
    const seat = world.people.get('operator.power-a')?.seat;
    const own = (
      await world.call('operator.power-d', 'POST', '/api/reports', {
        headline: '停止',
        eventType: 'E31',
        handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
      })
    ).body.version;
    expect(
      await rowsOf(
        world,
        'operator.power-d',
        sql`select * from circulation.carry_in(${own}, ${seat}, 'electricity', null, null, null, null, now())`,
      ),
    ).toEqual([]);
    const [row] = (await rowsOf(
      world,
      'ministry.meti',
      sql`select exchange.enter_source(${own}, '{}', 'sector-ministry', 'name-at-centre', true, '{}', '{}', now()) as done`,
    )) as { done: boolean }[];
    expect(row?.done).toBe(false);
  });
});
