import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeAt } from '../../../../../test/parties-proofs.ts';
import { buildWorld, type World } from '../../../../../test/world.ts';
import { sessionCookie } from '../../../../platform/http/request.ts';
import { noteSuccessions } from './due-successions.ts';

// A Monday in March; the personnel changes of April come on a Wednesday.
const march = new Date('2026-03-16T03:00:00Z');
const april = '2026-04-01';
const eve = new Date('2026-03-31T14:59:00Z');
const midnight = new Date('2026-03-31T15:00:00Z');
const leaver = 'operator.power-a';
let world: World;
let colleague = '';
let point = '';
let desk = '';

beforeAll(async () => {
  world = await buildWorld(march);
  await world.admin.query(`update acting.sign_in set kind = 'session', until = '2027-01-01'`);
  await world.admin.query(
    `insert into parties.role (capacity, role, position, capacity_ja, capacity_en, short_ja, short_en, title_ja, title_en)
     values ('operator', 'officer', 1, '事業者', 'Operator', '事業者', 'Operator', '事案担当', 'Officer')`,
  );
});
afterAll(() => world.close());

const seatOf = (who: string) => world.people.get(who) as { seat: string; person: string; body: string; token: string };
const as = (token: string) => async (method: string, path: string, body?: unknown) => {
  const answer = await world.app.request(path, {
    method,
    headers: {
      cookie: `${sessionCookie}=${token}`,
      'sec-fetch-site': 'same-origin',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
};
const call = (method: string, path: string, body?: unknown) => world.call(leaver, method, path, body);

/** Another officer of the same body, in the same seat, with a session of their own. */
const officer = async (
  email: string,
  seat = seatOf(leaver),
): Promise<{ person: string; ask: ReturnType<typeof as> }> => {
  const person = randomUUID();
  const token = randomUUID().replaceAll('-', '');
  await world.admin.query(
    `insert into parties.person (id, name_ja, name_en, email, created_at) values ($1, '三好 蛍', 'Hotaru Miyoshi', $2, $3)`,
    [person, email, march],
  );
  await world.admin.query(`insert into acting.epoch (person) values ($1)`, [person]);
  await world.admin.query(
    `insert into acting.holder (seat, person, body, capacity, role, valid_from)
     select $1, $2, s.body, s.capacity, 'officer', '2026-01-01' from parties.seat s where s.id = $1`,
    [seat.seat, person],
  );
  await world.admin.query(
    `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until)
     values (sha256(convert_to($1, 'UTF8')), 'session', $2, $3, 1, $4, '2027-01-01')`,
    [token, person, seat.seat, march],
  );
  colleague = person;
  return { person, ask: as(token) };
};

beforeEach(async () => {
  world.clock.set(march);
  for (const table of ['succession_point', 'succession', 'duty_exception', 'duty_shift', 'contact_point'])
    await world.admin.query(`delete from parties.${table}`);
  await world.admin.query(`update acting.holder set valid_to = null where seat = $1`, [seatOf(leaver).seat]);
  await world.admin.query(`update acting.sign_in set until = '2027-01-01'`);
  const mine = { role: 'duty', hours: 'night', position: 1, phone: '011-000-0001' };
  point = (await call('POST', '/api/contacts', { ...mine, label: '水野の携帯' })).body.id;
  desk = (await call('POST', '/api/contacts', { ...mine, label: '指令所', position: 2, hours: 'always' })).body.id;
  const nights = { called: '水野', person: seatOf(leaver).person, contact: point, starts: '18:00', ends: '08:00' };
  const made = await call('POST', '/api/roster/shifts', { ...nights, weekdays: [1, 2, 3, 4, 5] });
  expect(made.status).toBe(201);
});

const handOver = (more: object = {}) =>
  call('POST', '/api/successions', { successor: { person: colleague }, day: april, points: [point], ...more });
const mine = (id = point) => ({ id, label: '三好の携帯', phone: '011-000-0002', email: null, sms: null });
const take = (ask: ReturnType<typeof as>, id: string, points: object[] = [mine()]) =>
  ask('POST', `/api/successions/${id}/acceptance`, { points });
const labels = async (ask: ReturnType<typeof as>): Promise<string[]> =>
  (await ask('GET', '/api/contacts?of=mine')).body.items
    .filter((it: { from: string; until: string | null }) => it.from <= april)
    .map((it: { label: string }) => it.label);

describe('a role', () => {
  it('passes on its day by itself: points, roster, the night that runs into the day, and the seat', async () => {
    const next = await officer('miyoshi-1@example.test');
    const preview = (await call('GET', `/api/successions/preview?day=${april}`)).body;
    expect(preview.points.map((it: { label: string }) => it.label)).toEqual(['水野の携帯', '指令所']);
    expect(preview).toMatchObject({ places: [{ called: '水野', starts: '18:00' }], exceptions: 0 });
    const { id } = (await handOver()).body;
    expect((await take(next.ask, id)).body).toEqual({ id, points: 1, places: 1 });

    world.clock.set(eve);
    expect((await call('GET', '/api/roster')).body.now).toMatchObject({
      called: '水野',
      contact: { label: '水野の携帯' },
    });
    expect((await next.ask('GET', '/api/successions')).body.items[0]).toMatchObject({ state: 'accepted', yours: true });

    world.clock.set(midnight);
    expect((await call('GET', '/api/inbox')).status).toBe(401);
    const roster = (await next.ask('GET', '/api/roster')).body;
    expect(roster.now).toMatchObject({ called: '三好 蛍', contact: { label: '三好の携帯', phone: '011-000-0002' } });
    expect(roster.gaps.filter((it: { from: string }) => it.from < '2026-04-01T00:00:00Z')).toMatchObject([
      { from: '2026-03-31T23:00:00.000Z' },
    ]);
    expect(await labels(next.ask)).toEqual(['三好の携帯', '指令所']);
    world.clock.set(new Date('2026-04-01T12:00:00Z'));
    expect((await next.ask('GET', '/api/roster')).body.now).toMatchObject({ called: '三好 蛍' });

    const kept = await world.admin.query(
      `select label, phone, valid_to::text from parties.contact_point where id = $1`,
      [point],
    );
    expect(kept.rows).toEqual([{ label: '水野の携帯', phone: '011-000-0001', valid_to: april }]);
  });

  it('is noted once on its day, its drafts go on with the successor, and both are told', async () => {
    const next = await officer('miyoshi-2@example.test');
    const draft = randomUUID();
    const saved = await call('PUT', `/api/drafts/${draft}`, { kind: 'report', content: { headline: '書きかけ' } });
    expect(saved.status).toBeLessThan(300);
    const whys = async (ask: ReturnType<typeof as>) =>
      (await ask('GET', '/api/notices')).body.items.map((it: { why: string }) => it.why);
    const { id } = (await handOver()).body;
    await world.settle();
    expect(await whys(next.ask)).toEqual(['succession']);
    expect(await whys(as(seatOf(leaver).token))).toEqual([]);
    await take(next.ask, id);
    await world.settle();
    expect(await whys(as(seatOf(leaver).token))).toEqual(['succession']);
    world.clock.set(eve);
    expect(await noteSuccessions(world.worker, world.clock)).toBe(0);
    world.clock.set(midnight);
    expect([
      await noteSuccessions(world.worker, world.clock),
      await noteSuccessions(world.worker, world.clock),
    ]).toEqual([1, 0]);
    await world.settle();
    const drafts = await next.ask('GET', '/api/drafts?kind=report');
    expect(drafts.body.items.map((it: { id: string }) => it.id)).toEqual([draft]);
    expect((await next.ask('GET', '/api/notices/unread')).body.count).toBe(1);
  });

  it('goes to somebody new only by the invitation of another person, who keeps accounts', async () => {
    const successor = { email: 'newcomer@example.test', name: { ja: '新谷 凪', en: 'Nagi Shintani' } };
    const { id } = (await handOver({ successor })).body;
    await world.settle();
    expect((await world.call('admin.system', 'GET', '/api/notices')).body.items).toMatchObject([{ why: 'succession' }]);
    expect((await world.call('admin.system', 'GET', '/api/successions')).body.items[0]).toMatchObject({
      needsInvitation: true,
      points: [],
    });
    for (const who of [leaver, 'cs.chief', 'ministry.meti'])
      expect([who, (await world.call(who, 'POST', `/api/successions/${id}/invitation`)).status]).toEqual([who, 403]);
    const invited = await world.call('admin.system', 'POST', `/api/successions/${id}/invitation`);
    expect(invited.status).toBe(201);
    const again = await world.call('admin.system', 'POST', `/api/successions/${id}/invitation`);
    expect(again.body.reason).toBe('succession-gone');
    const { secret } = invited.body;
    const fromHere = { 'sec-fetch-site': 'same-origin' };
    const offered = await world.call(null, 'POST', '/api/invitations/totp', { secret }, fromHere);
    expect(offered.body).toMatchObject({ secret: expect.any(String) });
    const totp = offered.body.secret;
    const joined = await world.call(
      null,
      'POST',
      '/api/invitations/password',
      { secret, password: 'kaze ga tsuyoi yoru', code: await codeAt(totp, march) },
      fromHere,
    );
    expect(joined.status).toBe(201);
    const token = new RegExp(`${sessionCookie}=([^;]*)`, 'u').exec(joined.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect((await take(as(token), id)).body).toMatchObject({ points: 1, places: 1 });
  });

  it('ends the sessions and keys of who leaves in that seat on the day, and in no other', async () => {
    const next = await officer('miyoshi-3@example.test');
    await take(next.ask, (await handOver()).body.id);
    const { rows } = await world.admin.query(
      `select seat = $2 as here, until = '2026-03-31T15:00:00Z' as ends from acting.sign_in where person = $1`,
      [seatOf(leaver).person, seatOf(leaver).seat],
    );
    expect(rows).toEqual([{ here: true, ends: true }]);
    expect((await next.ask('GET', '/api/session')).status).toBe(200);
  });
});

describe('handing a role over is refused', () => {
  it('to oneself, to strangers, for a day that is over, and twice', async () => {
    await officer('miyoshi-4@example.test');
    const reason = async (more: object) => (await handOver(more)).body.reason;
    expect(await reason({ successor: { person: seatOf(leaver).person } })).toBe('not-your-own');
    expect(await reason({ successor: { person: seatOf('operator.power-b').person } })).toBe('not-a-colleague');
    expect(await reason({ day: '2026-03-15' })).toBe('succession-past');
    expect((await call('GET', '/api/successions/preview?day=2026-03-15')).body.reason).toBe('succession-past');
    const foreign = (
      await world.call('operator.power-b', 'POST', '/api/contacts', {
        role: 'duty',
        label: '南海',
        hours: 'always',
        position: 1,
        phone: '011-000-0009',
      })
    ).body.id;
    expect(await reason({ points: [foreign] })).toBe('not-your-own');
    expect((await handOver()).status).toBe(201);
    expect(await reason({})).toBe('succession-open-already');
  });

  it('by a key', async () => {
    await officer('miyoshi-5@example.test');
    await world.admin.query(`update acting.sign_in set kind = 'key' where person = $1`, [seatOf(leaver).person]);
    expect((await handOver()).body.reason).toBe('session-needed');
    await world.admin.query(`update acting.sign_in set kind = 'session' where person = $1`, [seatOf(leaver).person]);
  });

  it('when it is not the successor who takes it, not in the seat, not with other points, or once it was taken back', async () => {
    const next = await officer('miyoshi-6@example.test');
    const { id } = (await handOver()).body;
    for (const who of ['operator.power-b', 'ministry.meti', 'cs.duty', 'admin.system', leaver])
      expect([
        who,
        (await world.call(who, 'POST', `/api/successions/${id}/acceptance`, { points: [mine()] })).status,
      ]).toEqual([who, 404]);
    expect((await take(next.ask, id, [])).body.reason).toBe('contacts-changed');
    expect((await take(next.ask, id, [mine(desk)])).body.reason).toBe('contacts-changed');
    expect((await take(next.ask, id, [{ ...mine(), phone: null }])).body.reason).toBe('contact-unreachable');
    await world.admin.query(`update acting.sign_in set seat = $1 where person = $2`, [
      seatOf('operator.power-b').seat,
      next.person,
    ]);
    await world.admin.query(
      `insert into acting.holder (seat, person, body, capacity, role, valid_from) values ($1, $2, $3, 'operator', 'officer', '2026-01-01')`,
      [seatOf('operator.power-b').seat, next.person, seatOf('operator.power-b').body],
    );
    expect((await take(next.ask, id)).body.reason).toBe('succession-other-seat');
    await world.admin.query(`update acting.sign_in set seat = $1 where person = $2`, [
      seatOf(leaver).seat,
      next.person,
    ]);
    expect((await next.ask('DELETE', `/api/successions/${id}`)).status).toBe(404);
    expect((await call('DELETE', `/api/successions/${id}`)).status).toBe(204);
    expect((await call('DELETE', `/api/successions/${id}`)).body.reason).toBe('succession-gone');
    expect((await take(next.ask, id)).body.reason).toBe('succession-gone');
  });

  it('after its day, and a second time', async () => {
    const next = await officer('miyoshi-7@example.test');
    const { id } = (await handOver({ day: '2026-03-16' })).body;
    expect((await take(next.ask, id)).status).toBe(200);
    expect((await call('GET', '/api/inbox')).status).toBe(401);
    expect((await take(next.ask, id)).body.reason).toBe('succession-gone');
    await world.admin.query(`update parties.succession set accepted_at = null, accepted_by = null`);
    world.clock.set(new Date('2026-03-17T03:00:00Z'));
    expect((await take(next.ask, id)).body.reason).toBe('succession-past');
  });
});

it('a succession is seen by who leaves, who follows, their body’s directory and the keeper of accounts; by nobody else', async () => {
  await officer('miyoshi-8@example.test');
  await handOver();
  const seen: string[] = [];
  for (const who of world.people.keys())
    if ((await world.call(who, 'GET', '/api/successions')).body.items.length > 0) seen.push(who);
  expect(seen.toSorted()).toEqual(['admin.system', leaver].toSorted());
});

it('whom a role goes to and that it was taken over is written by the door’s own function alone', async () => {
  const next = await officer('miyoshi-9@example.test');
  const { id } = (await handOver({ points: [] })).body;
  const { rows } = await world.admin.query(
    `select has_column_privilege('portal', 'parties.succession', 'accepted_at', 'update') as accepts,
            has_column_privilege('portal', 'parties.succession', 'email', 'update') as renames,
            has_function_privilege('worker', 'parties.accept_succession(uuid, jsonb, timestamptz)', 'execute') as works`,
  );
  expect(rows).toEqual([{ accepts: false, renames: false, works: false }]);
  expect((await take(next.ask, id, [])).body).toEqual({ id, points: 0, places: 1 });
});
