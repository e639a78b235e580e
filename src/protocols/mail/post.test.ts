import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { me, office, openRelay } from '../../../test/interop/relay.ts';
import { openPost } from './post.ts';

describe('the post office', () => {
  const stamp = { id: 'd5f3a1c6-54a5-4f8c-8d26-3f0b1a6a9f10', drill: false, sealed: false, answerable: false };

  it('signs for its domain so that the published key verifies it', async () => {
    const relay = await openRelay();
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const post = openPost(office(relay.url, { dkim: { domain: 'noroshi.example', selector: 'one', key } }));
    await post(me, '狼煙：確認をお待ちしているものがあります', '本文', stamp);
    const [{ raw } = { raw: '' }] = relay.arrived;
    const [head, body] = [raw.slice(0, raw.indexOf('\r\n\r\n') + 2), raw.slice(raw.indexOf('\r\n\r\n') + 4)] as const;
    expect(body.length).toBeGreaterThan(0);
    const fields = head.split(/\r\n(?![ \t])/u).filter((it) => it !== '');
    const dkim = fields.find((it) => /^dkim-signature:/iu.test(it)) ?? '';
    const tag = (name: string): string =>
      new RegExp(`[;\\s]${name}=([^;]+)`, 'u').exec(dkim)?.[1]?.replaceAll(/\s/gu, '') ?? '';
    const relaxed = (field: string): string => {
      const at = field.indexOf(':');
      return `${field.slice(0, at).toLowerCase().trim()}:${field
        .slice(at + 1)
        .replaceAll(/\s+/gu, ' ')
        .trim()}`;
    };
    const signed = tag('h')
      .split(':')
      .map((name) => fields.find((it) => it.toLowerCase().startsWith(`${name.toLowerCase()}:`)))
      .filter((it) => it !== undefined)
      .map((it) => `${relaxed(it)}\r\n`)
      .join('');
    const bare = relaxed(dkim).replace(/(\bb=)[^;]*$/u, '$1');
    const ok = verify(
      'sha256',
      Buffer.from(signed + bare, 'latin1'),
      createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
      Buffer.from(tag('b'), 'base64'),
    );
    expect([tag('d'), tag('s'), ok]).toEqual(['noroshi.example', 'one', true]);
    await relay.close();
  });

  it('sends no drill under the real sender, and takes an address of any script as it is', async () => {
    const relay = await openRelay();
    await expect(openPost(office(relay.url))(me, 'x', 'x', { ...stamp, drill: true })).rejects.toMatchObject({
      code: 'no-drill-sender',
    });
    await openPost(office(relay.url, { drillFrom: 'drill@drill.example' }))('小田切@例え.example', '【訓練】x', 'x', {
      ...stamp,
      drill: true,
    });
    expect(relay.arrived).toMatchObject([{ to: '小田切@例え.example' }]);
    expect(relay.arrived[0]?.raw).toContain('From: drill@drill.example');
    await relay.close();
  });

  it('cannot be made to add a head or a reader by what stands in an address or a subject', async () => {
    const relay = await openRelay();
    const post = openPost(office(relay.url));
    const refused: unknown[] = [];
    await post(me, 'x\r\nBcc: thief@example.test', 'x', stamp);
    await post(`${me}\r\nBcc: thief@example.test`, 'x', 'x', stamp).catch((error: unknown) => refused.push(error));
    await post(`${me}, thief@example.test`, 'x', 'x', stamp).catch((error: unknown) => refused.push(error));
    expect(refused).toMatchObject([{ code: 'address-unfit' }, { code: 'address-unfit' }]);
    expect(relay.arrived).toHaveLength(1);
    for (const it of relay.arrived) {
      expect(it.raw).not.toMatch(/^bcc:/imu);
      expect(it.to).toBe(me);
    }
    await relay.close();
  });
});
