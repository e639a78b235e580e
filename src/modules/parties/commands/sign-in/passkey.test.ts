import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { authenticator, type Quirks } from '../../../../../test/parties-proofs.ts';
import { origin, smallWorld, type Answered, type SmallWorld } from '../../../../../test/parties-world.ts';

let world: SmallWorld;
const device = authenticator(origin);

type Options = { options: { challenge: string; rp: { id: string }; rpId: string } };

const ask = async (): Promise<Options['options']> =>
  (await world.ask('POST', '/api/session/passkey/options', { body: {} })).body['options'] as Options['options'];

const signIn = async (quirks?: Quirks): Promise<Answered> =>
  world.ask('POST', '/api/session/passkey', { body: { response: device.answer(await ask(), quirks) } });

beforeAll(async () => {
  world = await smallWorld();
});
afterAll(() => world.close());

describe('a passkey', () => {
  it('is added by Saeki in a fresh session, and ends the other one', async () => {
    const other = await world.enter('cs.duty');
    const cookie = await world.enter('cs.duty');
    const offered = await world.ask('POST', '/api/me/passkeys/options', { as: cookie, body: {} });
    const { options } = offered.body as unknown as Options;
    expect(options).toMatchObject({
      rp: { id: 'noroshi.test' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const added = await world.ask('POST', '/api/me/passkeys', {
      as: cookie,
      body: { label: '庁内の端末', response: device.make(options) },
    });
    expect(added.status).toBe(201);
    expect((await world.ask('GET', '/api/session', { as: other })).status).toBe(401);
    const list = await world.ask('GET', '/api/me/credentials', { as: added.cookie });
    expect(list.body).toMatchObject({
      passkeys: [{ label: '庁内の端末', lastUsed: null }],
      password: null,
      totp: null,
    });
  });

  it('signs in by itself, and strongly', async () => {
    const opened = await signIn();
    expect(opened.status).toBe(201);
    const me = await world.ask('GET', '/api/session', { as: opened.cookie });
    expect(me.body).toMatchObject({ person: { name: { ja: '佐伯 千尋' } }, signIn: { strong: true } });
  });

  it('does not sign in twice on one challenge', async () => {
    const response = device.answer(await ask());
    expect((await world.ask('POST', '/api/session/passkey', { body: { response } })).status).toBe(201);
    expect(await world.ask('POST', '/api/session/passkey', { body: { response } })).toMatchObject({
      status: 401,
      body: { reason: 'sign-in-failed' },
    });
  });

  it('does not sign in on a challenge that has run out', async () => {
    const options = await ask();
    const before = world.clock.now();
    world.clock.set(new Date(before.getTime() + 301_000));
    expect(
      (await world.ask('POST', '/api/session/passkey', { body: { response: device.answer(options) } })).status,
    ).toBe(401);
    world.clock.set(before);
  });

  it('does not sign in from another origin, unverified, or with a counter that went back', async () => {
    expect((await signIn({ origin: 'https://noroshi.test.evil.example' })).status).toBe(401);
    expect((await signIn({ verifies: false })).status).toBe(401);
    expect((await signIn({ counter: 1 })).status).toBe(401);
    expect((await signIn({ counter: 50 })).status).toBe(201);
  });

  it('that nobody knows is answered like one that is wrong', async () => {
    const stranger = authenticator(origin);
    const unknown = await world.ask('POST', '/api/session/passkey', {
      body: { response: stranger.answer(await ask()) },
    });
    const wrong = await signIn({ verifies: false });
    expect([unknown.status, unknown.body]).toEqual([wrong.status, wrong.body]);
  });

  it('is not added on a challenge for signing in, nor unverified', async () => {
    const cookie = await world.enter('cs.duty');
    const { options } = (await world.ask('POST', '/api/me/passkeys/options', { as: cookie, body: {} }))
      .body as unknown as Options;
    const other = authenticator(origin);
    const forSignIn = { ...options, challenge: (await ask()).challenge };
    const add = (response: unknown): Promise<Answered> =>
      world.ask('POST', '/api/me/passkeys', { as: cookie, body: { label: 'x', response } });
    expect(await add(other.make(forSignIn))).toMatchObject({ status: 409, body: { reason: 'passkey-refused' } });
    expect(await add(other.make(options, { verifies: false }))).toMatchObject({
      status: 409,
      body: { reason: 'passkey-refused' },
    });
  });

  it('stays when it is the last way in', async () => {
    const { cookie } = await signIn({ counter: 60 });
    const [only] = (
      (await world.ask('GET', '/api/me/credentials', { as: cookie })).body as unknown as { passkeys: { id: string }[] }
    ).passkeys;
    expect(await world.ask('DELETE', `/api/me/passkeys/${only?.id}`, { as: cookie })).toMatchObject({
      status: 409,
      body: { reason: 'last-credential' },
    });
    expect((await world.ask('GET', '/api/session', { as: cookie })).status).toBe(200);
  });

  it('of somebody else cannot be removed', async () => {
    const { cookie } = await signIn({ counter: 70 });
    const [only] = (
      (await world.ask('GET', '/api/me/credentials', { as: cookie })).body as unknown as { passkeys: { id: string }[] }
    ).passkeys;
    const stranger = await world.enter('operator.power-a');
    expect((await world.ask('DELETE', `/api/me/passkeys/${only?.id}`, { as: stranger })).status).toBe(404);
  });
});
