import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { afternoon, smallWorld, type Answered, type SmallWorld } from '../../../../../test/parties-world.ts';

let world: SmallWorld;
let session = '';
const inDays = (n: number): string => new Date(afternoon().getTime() + n * 86_400_000).toISOString();

const make = async (body: Record<string, unknown> = {}): Promise<Answered> =>
  world.ask('POST', '/api/keys', { as: session, body: { label: '監視装置', expiresAt: inDays(30), ...body } });
const secretOf = (one: Answered): string => String(one.body['key']);

beforeAll(async () => {
  world = await smallWorld();
  session = await world.enter('operator.power-a');
});
afterAll(() => world.close());

describe('an API key', () => {
  it('acts as one person in one seat, and is shown once', async () => {
    const made = await make();
    expect(made.status).toBe(201);
    expect(secretOf(made)).toMatch(/^nrs_[\w-]{43}$/u);
    const me = await world.ask('GET', '/api/session', { key: secretOf(made) });
    expect(me.body).toMatchObject({
      seat: { id: world.seats.get('operator.power-a')?.seat },
      signIn: { kind: 'key', readsOnly: false },
    });
    const list = await world.ask('GET', '/api/keys', { as: session });
    expect(JSON.stringify(list.body)).not.toContain(secretOf(made));
    expect(list.body.items[0]).toMatchObject({ label: '監視装置', scopes: null });
  });

  it('is not shown again to the same request', async () => {
    const headers = { 'idempotency-key': 'once' };
    const body = { label: 'once', expiresAt: inDays(3) };
    const first = await world.ask('POST', '/api/keys', { as: session, body, headers });
    expect(first.status).toBe(201);
    expect(await world.ask('POST', '/api/keys', { as: session, body, headers })).toMatchObject({
      status: 409,
      body: { reason: 'answered-once' },
    });
    const kept = await world.portalPool.query('select answer from platform.idempotency');
    expect(JSON.stringify(kept.rows)).not.toContain(secretOf(first));
  });

  it('that only reads is refused at every door that changes something', async () => {
    const key = secretOf(await make({ scopes: ['read'] }));
    expect((await world.ask('GET', '/api/contacts', { key })).status).toBe(200);
    const add = await world.ask('POST', '/api/contacts', {
      key,
      body: { role: 'duty', label: 'x', hours: 'day', position: 1, phone: '03-0000-0000' },
    });
    expect(add).toMatchObject({ status: 403, body: { reason: 'key-reads-only' } });
    expect((await world.ask('DELETE', '/api/keys', { key })).status).toBe(403);
  });

  it('covers the powers that were named and no other', async () => {
    const key = secretOf(await make({ scopes: ['file-reports'] }));
    expect((await world.ask('GET', '/api/session', { key })).body).toMatchObject({ powers: ['file-reports'] });
    const add = await world.ask('POST', '/api/contacts', {
      key,
      body: { role: 'duty', label: 'x', hours: 'day', position: 1, phone: '03-0000-0000' },
    });
    expect(add).toMatchObject({ status: 403, body: { reason: 'not-your-door' } });
  });

  it('covers nothing that its seat may not do', async () => {
    expect(await make({ scopes: ['manage-accounts'] })).toMatchObject({
      status: 409,
      body: { reason: 'scope-not-held', scope: 'manage-accounts' },
    });
    expect((await make({ scopes: [] })).status).toBe(400);
    expect((await make({ scopes: ['read', 'file-reports'] })).status).toBe(400);
  });

  it('lives no longer than it was given, and never longer than 400 days', async () => {
    expect(await make({ expiresAt: inDays(401) })).toMatchObject({ status: 409, body: { reason: 'key-too-long' } });
    expect(await make({ expiresAt: inDays(-1) })).toMatchObject({ status: 409, body: { reason: 'expiry-past' } });
    const key = secretOf(await make({ expiresAt: inDays(2) }));
    world.clock.set(new Date(afternoon().getTime() + 3 * 86_400_000));
    expect((await world.ask('GET', '/api/session', { key })).status).toBe(401);
    world.clock.set(afternoon());
    expect((await world.ask('GET', '/api/session', { key })).status).toBe(200);
  });

  it('opens nothing that opens more: no keys, passwords, passkeys, sessions or seats', async () => {
    const key = secretOf(await make());
    const refused = await Promise.all([
      world.ask('POST', '/api/keys', { key, body: { label: 'child', expiresAt: inDays(1) } }),
      world.ask('POST', '/api/me/password', { key, body: { password: 'a new password of somebody' } }),
      world.ask('POST', '/api/me/passkeys/options', { key, body: {} }),
      world.ask('POST', '/api/me/totp', { key, body: {} }),
      world.ask('POST', '/api/session/seat', { key, body: { seat: world.seats.get('operator.power-a')?.seat } }),
      world.ask('DELETE', '/api/keys', { key }),
      world.ask('PATCH', '/api/me', { key, body: { locale: 'en' } }),
    ]);
    expect(refused.map((one) => [one.status, one.body['reason']])).toEqual(refused.map(() => [403, 'session-needed']));
  });

  it('outlives a change of credentials and ends at once when its owner says so', async () => {
    const key = secretOf(await make());
    const changed = await world.ask('POST', '/api/me/password', {
      as: session,
      body: { password: 'kaze ga tsuyoi yoru' },
    });
    session = changed.cookie ?? session;
    expect((await world.ask('GET', '/api/session', { key })).status).toBe(200);
    const [newest] = (await world.ask('GET', '/api/keys', { as: session })).body.items;
    const stranger = await world.enter('operator.power-b');
    expect((await world.ask('DELETE', `/api/keys/${String(newest?.['id'])}`, { as: stranger })).status).toBe(404);
    expect((await world.ask('DELETE', '/api/keys', { as: session })).status).toBe(204);
    expect((await world.ask('GET', '/api/session', { key })).status).toBe(401);
    expect((await world.ask('GET', '/api/keys', { as: session })).body.items).toEqual([]);
  });

  it('is not made in a session that was opened long ago', async () => {
    world.clock.set(new Date(afternoon().getTime() + 31 * 60_000));
    expect(await make()).toMatchObject({ status: 403, body: { reason: 'sign-in-again' } });
    world.clock.set(afternoon());
  });
});
