import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { codeAt } from '../../../../../test/parties-proofs.ts';
import { afternoon, smallWorld, type Answered, type SmallWorld } from '../../../../../test/parties-world.ts';

let world: SmallWorld;
const password = 'kaze ga tsuyoi yoru';
const email = 'kei.mizuno@example.jp';
let secret = '';
let steps = 0;

/** Moves on to another quarter of an hour, in which no code was used and no attempt counted yet. */
const later = (): Date => {
  steps += 1;
  world.clock.set(new Date(afternoon().getTime() + steps * 16 * 60_000));
  return world.clock.now();
};

const bySecret = async (at = world.clock.now()): Promise<Answered> =>
  world.ask('POST', '/api/session/password', { body: { email, password, code: await codeAt(secret, at) } });

beforeAll(async () => {
  world = await smallWorld();
  const session = await world.enter('operator.power-a');
  const set = await world.ask('POST', '/api/me/password', { as: session, body: { password } });
  const offered = await world.ask('POST', '/api/me/totp', { as: set.cookie, body: {} });
  secret = String(offered.body['secret']);
  await world.ask('POST', '/api/me/totp/confirmation', {
    as: set.cookie,
    body: { code: await codeAt(secret, later()) },
  });
});
beforeEach(() => void later());
afterAll(() => world.close());

describe('signing in with a password and a code', () => {
  it('lets Mizuno in and says that what is RED stays closed', async () => {
    const opened = await bySecret();
    expect(opened.status).toBe(201);
    const me = await world.ask('GET', '/api/session', { as: opened.cookie });
    expect(me.body).toMatchObject({
      person: { email },
      seat: { capacity: 'operator' },
      signIn: { kind: 'session', strong: false },
    });
    expect((me.body['powers'] as string[]).toSorted()).toEqual([
      'answer-surveys',
      'confirm-recovery',
      'file-reports',
      'keep-agreements',
      'keep-contacts',
      'receive-provisions',
      'sign-surveys',
      'take-part',
    ]);
  });

  it('takes no code twice, not even from two at once', async () => {
    const at = world.clock.now();
    const both = await Promise.all([bySecret(at), bySecret(at)]);
    expect(both.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([201, 401]);
    expect((await bySecret(at)).status).toBe(401);
  });

  it('answers an unknown name, a wrong password, a wrong code and a missing code with the same words', async () => {
    const code = await codeAt(secret, world.clock.now());
    const wrong = await Promise.all([
      world.ask('POST', '/api/session/password', { body: { email: 'nobody@example.jp', password, code } }),
      world.ask('POST', '/api/session/password', { body: { email, password: 'something else', code } }),
      world.ask('POST', '/api/session/password', {
        body: { email, password, code: code === '000000' ? '000001' : '000000' },
      }),
      // A person of this house who has never set a password.
      world.ask('POST', '/api/session/password', { body: { email: 'chihiro.saeki@example.jp', password, code } }),
    ]);
    expect(new Set(wrong.map((one) => JSON.stringify([one.status, one.body, one.cookie]))).size).toBe(1);
    expect(wrong[0]).toMatchObject({ status: 401, body: { reason: 'sign-in-failed' } });
  });

  it('stops counting on luck after ten attempts on one account, whoever asks', async () => {
    const name = 'guessed@example.jp';
    const tries = [];
    for (let i = 0; i < 12; i += 1)
      tries.push(await world.ask('POST', '/api/session/password', { body: { email: name, password, code: '123456' } }));
    expect(tries.slice(0, 10).every((one) => one.status === 401)).toBe(true);
    expect(tries.slice(10).map((one) => [one.status, one.body['reason']])).toEqual([
      [429, 'too-many-attempts'],
      [429, 'too-many-attempts'],
    ]);
  });

  it('stores neither password nor code secret in a form that can be used', async () => {
    await expect(sql`select hash from parties.password`.execute(world.portal)).rejects.toThrow(/permission denied/u);
    await expect(sql`select secret from parties.totp`.execute(world.portal)).rejects.toThrow(/permission denied/u);
    await expect(sql`select token from acting.sign_in`.execute(world.portal)).rejects.toThrow(/permission denied/u);
  });

  it('opens no session for SQL that has no proof of the web process', async () => {
    const person = world.seats.get('cs.duty')?.person;
    const { rows } = await sql<{ seat: string | null }>`
      select parties.open_session(${person}, sha256('x'), 'passkey', null, 'x', null, null, null, now(), sha256('guess')) as seat`.execute(
      world.portal,
    );
    expect(rows[0]?.seat).toBeNull();
    const known = await sql`select * from parties.known_by_email(${email}, sha256('guess'))`.execute(world.portal);
    expect(known.rows).toEqual([]);
  });
});

describe('sessions', () => {
  it('end when the person signs out', async () => {
    const { cookie } = await bySecret();
    expect((await world.ask('DELETE', '/api/session', { as: cookie })).status).toBe(204);
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(401);
  });

  it('end after twelve hours', async () => {
    const { cookie } = await bySecret();
    const opened = world.clock.now();
    world.clock.set(new Date(opened.getTime() + 12 * 3_600_000 - 1000));
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(200);
    world.clock.set(new Date(opened.getTime() + 12 * 3_600_000 + 1000));
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(401);
    world.clock.set(opened);
  });

  it('are listed for their person alone, who ends one of them', async () => {
    const first = (await bySecret()).cookie;
    later();
    const second = (await bySecret()).cookie;
    const mine = await world.ask('GET', '/api/sessions', { as: second });
    expect(mine.body.items.filter((one) => one['current'] === true)).toHaveLength(1);
    expect(mine.body.items[0]).toMatchObject({ label: 'Firefox, Linux' });
    const other = mine.body.items.find((one) => one['current'] === false);
    const stranger = await world.enter('operator.power-b');
    expect((await world.ask('DELETE', `/api/sessions/${String(other?.['id'])}`, { as: stranger })).status).toBe(404);
    expect((await world.ask('DELETE', `/api/sessions/${String(other?.['id'])}`, { as: second })).status).toBe(204);
    expect((await world.ask('GET', '/api/session', { as: first })).status).toBe(401);
    expect((await world.ask('GET', '/api/session', { as: second })).status).toBe(200);
  });

  it('die when the password changes, all but the one that changed it, which gets a new secret', async () => {
    const other = (await bySecret()).cookie;
    later();
    const { cookie } = await bySecret();
    const changed = await world.ask('POST', '/api/me/password', {
      as: cookie,
      body: { current: password, password: `${password}!` },
    });
    expect(changed.status).toBe(200);
    expect((await world.ask('GET', '/api/session', { as: other })).status).toBe(401);
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(401);
    expect((await world.ask('GET', '/api/session', { as: changed.cookie })).status).toBe(200);
    await world.ask('POST', '/api/me/password', { as: changed.cookie, body: { current: `${password}!`, password } });
  });
});

describe('switching seats', () => {
  it('puts Odagiri into the other METI seat under a new secret', async () => {
    const cookie = await world.enter('ministry.meti');
    const seat = world.seats.get('security.meti')?.seat;
    const moved = await world.ask('POST', '/api/session/seat', { as: cookie, body: { seat } });
    expect(moved.status).toBe(200);
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(401);
    const me = await world.ask('GET', '/api/session', { as: moved.cookie });
    expect(me.body).toMatchObject({ seat: { id: seat, capacity: 'security-ministry' } });
    expect((me.body as unknown as { seats: unknown[] }).seats).toHaveLength(2);
  });

  it('comes back to the seat that was used last', async () => {
    const cookie = await world.enter('security.meti');
    expect((await world.ask('GET', '/api/session', { as: cookie })).body).toMatchObject({
      seat: { capacity: 'security-ministry' },
    });
  });

  it('opens no seat that the person does not hold', async () => {
    const cookie = await world.enter('operator.power-a');
    const refused = await world.ask('POST', '/api/session/seat', {
      as: cookie,
      body: { seat: world.seats.get('cs.duty')?.seat },
    });
    expect(refused).toMatchObject({ status: 404, body: { reason: 'not-found' } });
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(200);
  });
});

describe('a demo', () => {
  it('lists its personas and lets nobody in who is not one of them', async () => {
    const list = await world.ask('GET', '/api/demo/personas');
    expect(list.body.items).toContainEqual(expect.objectContaining({ key: 'cs.duty' }));
    expect(Object.keys(list.body.items[0] ?? {}).toSorted()).toEqual(['about', 'group', 'key', 'name', 'seat']);
    expect((await world.ask('POST', '/api/demo/session', { body: { persona: 'nobody' } })).status).toBe(404);
  });
});
