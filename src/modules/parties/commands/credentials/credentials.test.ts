import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeAt } from '../../../../../test/parties-proofs.ts';
import { afternoon, smallWorld, type SmallWorld } from '../../../../../test/parties-world.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await smallWorld();
});
afterAll(() => world.close());

describe('a password', () => {
  it('that is short, plain or tells of its person is refused and not stored', async () => {
    const as = await world.enter('operator.water-a');
    const set = async (password: string) =>
      (await world.ask('POST', '/api/me/password', { as, body: { password } })).body['why'];
    expect(await set('short')).toBe('too-short');
    expect(await set('abababababab')).toBe('too-plain');
    expect(await set('Tamaki Miura 1')).toBe('tells-of-you');
    expect((await world.ask('GET', '/api/me/credentials', { as })).body['password']).toBeNull();
  });

  it('is changed only by who knows the present one, and guessing it is counted', async () => {
    let as = await world.enter('operator.water-a');
    as = (await world.ask('POST', '/api/me/password', { as, body: { password: 'ame no furu asa' } })).cookie ?? '';
    const change = (current: string | undefined, key: string) =>
      world.ask('POST', '/api/me/password', {
        as,
        body: { current, password: 'yuki no furu yoru' },
        headers: { 'idempotency-key': key },
      });
    for (let i = 0; i < 10; i += 1) expect((await change('guess', `g${i}`)).body['reason']).toBe('password-wrong');
    expect(await change('ame no furu asa', 'late')).toMatchObject({
      status: 429,
      body: { reason: 'too-many-attempts' },
    });
    expect(await change('guess', 'g0')).toMatchObject({ status: 409, body: { reason: 'password-wrong' } });
    world.clock.set(new Date(afternoon().getTime() + 16 * 60_000));
    expect((await change('ame no furu asa', 'right')).status).toBe(200);
    world.clock.set(afternoon());
  });
});

describe('one-time codes', () => {
  it('count from the first right code; a wrong one confirms nothing', async () => {
    let as = await world.enter('operator.power-b');
    const offered = await world.ask('POST', '/api/me/totp', { as, body: {} });
    const secret = String(offered.body['secret']);
    expect(offered.body['uri']).toContain(`secret=${secret}`);
    const right = await codeAt(secret, world.clock.now());
    const wrong = right === '000000' ? '000001' : '000000';
    expect((await world.ask('POST', '/api/me/totp/confirmation', { as, body: { code: wrong } })).body['reason']).toBe(
      'code-wrong',
    );
    expect((await world.ask('GET', '/api/me/credentials', { as })).body['totp']).toBeNull();
    const confirmed = await world.ask('POST', '/api/me/totp/confirmation', { as, body: { code: right } });
    as = confirmed.cookie ?? '';
    expect((await world.ask('GET', '/api/me/credentials', { as })).body['totp']).toEqual({
      confirmedAt: world.clock.now().toISOString(),
    });
    expect((await world.ask('POST', '/api/me/totp/confirmation', { as, body: { code: right } })).body['reason']).toBe(
      'code-wrong',
    );
  });
});
