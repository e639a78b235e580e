import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { arePushKeys, isPushAddress, knownHosts, makeVapidKey, sealPush, vapidHead } from './web-push.ts';

// The example of RFC 8291, section 5 and appendix A.
const example = {
  text: 'When I grow up, I want to be a watermelon',
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
  secret: Buffer.from('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw', 'base64url'),
  salt: Buffer.from('DGv6ra1nlYgDCS1FRnbzlw', 'base64url'),
  sealed:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

describe('a push', () => {
  it('is encrypted as the standard’s own example is, byte for byte', () => {
    const { text, keys, secret, salt } = example;
    const sealed = sealPush(text, keys, { secret, salt, length: text.length + 1 });
    expect(sealed.toString('base64url')).toBe(example.sealed);
  });

  it('has one length, whatever it says, and is never the same twice', () => {
    const [a, b, c] = ['x', 'x', '狼煙'.repeat(40)].map((text) => sealPush(text, example.keys));
    expect([a?.length, a?.equals(b ?? Buffer.alloc(0))]).toEqual([c?.length, false]);
    expect(() => sealPush('狼'.repeat(400), example.keys)).toThrow('too long');
  });

  it('is vouched for, for half a day and for one service', async () => {
    const { secret, open } = await makeVapidKey();
    const now = new Date('2026-11-25T00:00:00Z');
    const head = vapidHead('https://fcm.googleapis.com/fcm/send/abc', secret, 'mailto:ops@noroshi.example', now);
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/u.exec(head) ?? [];
    expect(key).toBe(open);
    const [said = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
      aud: 'https://fcm.googleapis.com',
      exp: now.getTime() / 1000 + 12 * 3600,
      sub: 'mailto:ops@noroshi.example',
    });
    const point = Buffer.from(key, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const by = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' } as const;
    const bytes = Buffer.from(`${said}.${claims}`);
    expect(verify('sha256', bytes, by, Buffer.from(signature, 'base64url'))).toBe(true);
  });
});

it('an address is one of a push service that is known, over https, and nothing else', () => {
  const fits = (endpoint: string): boolean => isPushAddress(endpoint, knownHosts);
  for (const yes of [
    'https://fcm.googleapis.com/fcm/send/abc:def',
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/abc',
    'https://wns2-by3p.notify.windows.com/w/?token=abc',
  ])
    expect([yes, fits(yes)]).toEqual([yes, true]);
  for (const no of [
    'http://fcm.googleapis.com/a',
    'https://fcm.googleapis.com:8443/a',
    'https://me@fcm.googleapis.com/a',
    'https://fcm.googleapis.com.evil.example/a',
    'https://evilfcm.googleapis.com/a',
    'https://127.0.0.1/a',
    'https://[::1]/a',
    'https://169.254.169.254/latest',
    'https://localhost/a',
    'https://fcm.googleapis.com/a#b',
    'ftp://fcm.googleapis.com/a',
    'no address',
  ])
    expect([no, fits(no)]).toEqual([no, false]);
});

it('keys are a point of the curve and sixteen bytes', () => {
  const { keys } = example;
  expect(arePushKeys(keys)).toBe(true);
  const off = Buffer.from(keys.p256dh, 'base64url');
  off[40] = (off[40] ?? 0) ^ 1;
  for (const p256dh of ['', 'AAAA', off.toString('base64url'), Buffer.alloc(65).toString('base64url')])
    expect([p256dh, arePushKeys({ ...keys, p256dh })]).toEqual([p256dh, false]);
  expect(arePushKeys({ ...keys, auth: 'AAAA' })).toBe(false);
});
