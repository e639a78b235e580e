import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolve } from 'node:path';
import { openVault } from '../../src/modules/parties/index.ts';
import { readPostOffice } from '../../src/protocols/mail/settings.ts';
import { serverWords } from '../../src/composition.ts';
import { chaseKeys, composeMail, installTrust } from '../../src/modules/notices/index.ts';
import { openOwnCertificate, readOthersCertificate, sealFor, type Trust } from '../../src/platform/work/smime.ts';
import { makeOwnKey, openOwnKey } from '../../src/platform/work/openpgp.ts';
import { sealedMessage, sealText } from '../../src/protocols/mail/message.ts';
import { openPost } from '../../src/protocols/mail/post.ts';
import { cmsSignedMessage, sealTextFor } from '../../src/protocols/mail/smime.ts';
import { buildWorld, type World } from '../world.ts';
import { office as relayed, openRelay } from './relay.ts';
import { type Issued, openWorkshop, opensslHere } from './openssl.ts';

// Certificates are made while the test runs, and none may come from the future.
const now = new Date(Date.now() + 120_000);
const address = 'odagiri@example.test';

describe.skipIf(!opensslHere)('mail that OpenSSL reads (left out where openssl is missing)', () => {
  const shop = openWorkshop();
  let root: Issued;
  let trust: Trust;
  let mine: Issued;
  beforeAll(() => {
    root = shop.issue('Test authority', { ca: true });
    trust = { authorities: [root.pem], selfSigned: false };
    mine = shop.issue('Odagiri', { email: address }, root);
  });
  afterAll(() => shop.remove());

  it.each(['rsa', 'ec'] as const)('is opened by who has the key (%s), in AES-256, and by nobody else', async (kind) => {
    const usage = kind === 'ec' ? 'digitalSignature,keyAgreement' : 'keyEncipherment';
    const own = shop.issue('Odagiri', { email: address, kind, usage }, root);
    const sealed = shop.file('sealed.der', await sealFor(Buffer.from('印籠の紋所'), own.pem, now, trust));
    const open = (by: Issued) =>
      shop.run([
        'cms',
        '-decrypt',
        '-inform',
        'DER',
        '-in',
        sealed,
        '-recip',
        `${by.at}.pem`,
        '-inkey',
        `${by.at}.key`,
      ]);
    expect(open(own).out.toString()).toBe('印籠の紋所');
    expect(open(mine).status).not.toBe(0);
    expect(shop.run(['cms', '-cmsout', '-print', '-inform', 'DER', '-in', sealed]).out.toString()).toContain(
      'aes-256-cbc',
    );
  });

  it('is signed so that it verifies against the authority, and not when a byte was changed', async () => {
    const signer = shop.issue('Noroshi', { email: 'noroshi@noroshi.example', usage: 'digitalSignature' }, root);
    const house = await openOwnCertificate(signer.pem, signer.key, 'noroshi@noroshi.example');
    await expect(openOwnCertificate(signer.pem, mine.key, 'noroshi@noroshi.example')).rejects.toThrow(
      'another certificate',
    );
    await expect(openOwnCertificate(signer.pem, signer.key, address)).rejects.toThrow('another address');
    const signature = shop.file('signature.der', await house.sign(Buffer.from('text\r\n')));
    const verify = (text: string) =>
      shop.run([
        'cms',
        '-verify',
        '-binary',
        '-inform',
        'DER',
        '-in',
        signature,
        '-content',
        shop.file('text', text),
        '-CAfile',
        `${root.at}.pem`,
      ]);
    expect(verify('text\r\n').said).toContain('successful');
    expect(verify('texT\r\n').status).not.toBe(0);
  });

  it('goes to a certificate that fits; any other is refused in words', async () => {
    const read = (pem: string, by: Trust = trust, at = now, to = address) =>
      readOthersCertificate(pem, to, at, by).catch((e: { reason?: string }) => e.reason);
    expect(await read(mine.pem)).toMatchObject({ subject: 'Odagiri', issuer: 'Test authority' });
    expect(await read(mine.pem, trust, now, 'other@example.test')).toBe('certificate-not-yours');
    expect(await read(`${mine.pem}${mine.key}`)).toBe('certificate-private');
    expect(await read('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----')).toBe('certificate-unreadable');
    expect(await read(mine.pem, trust, new Date(now.getTime() + 400 * 86_400_000))).toBe('certificate-expired');
    expect(await read(mine.pem, trust, new Date(now.getTime() - 86_400_000))).toBe('certificate-expired');
    expect(await read(shop.issue('Short', { email: address, kind: 'rsa-short' }, root).pem)).toBe('certificate-weak');
    expect(await read(shop.issue('Old', { email: address, hash: 'sha1' }, root).pem)).toBe('certificate-weak');
    for (const more of [
      { usage: 'digitalSignature' },
      { purposes: 'serverAuth' },
      { ca: true, usage: 'keyCertSign,keyEncipherment' },
    ])
      expect(await read(shop.issue('Unfit', { email: address, ...more }, root).pem)).toBe('certificate-cannot-encrypt');
    const other = shop.issue('Other authority', { ca: true });
    expect(await read(shop.issue('Odagiri', { email: address }, other).pem)).toBe('certificate-untrusted');
    const own = shop.issue('Odagiri', { email: address });
    expect(await read(own.pem)).toBe('certificate-untrusted');
    expect(await read(own.pem, { authorities: [], selfSigned: true })).toMatchObject({ subject: 'Odagiri' });
  });

  it('takes an authority between only where it is one itself, and vouched for', async () => {
    const between = shop.issue('Between', { ca: true }, root);
    const leaf = shop.issue('Odagiri', { email: address }, between);
    expect(await readOthersCertificate(`${leaf.pem}${between.pem}`, address, now, trust)).toMatchObject({
      issuer: 'Between',
    });
    await expect(readOthersCertificate(leaf.pem, address, now, trust)).rejects.toMatchObject({
      reason: 'certificate-untrusted',
    });
    const forged = shop.issue('Odagiri', { email: address }, mine);
    await expect(readOthersCertificate(`${forged.pem}${mine.pem}`, address, now, trust)).rejects.toMatchObject({
      reason: 'certificate-untrusted',
    });
  });

  it('is not written any more once nobody vouches for the certificate', async () => {
    await expect(
      sealFor(Buffer.from('x'), mine.pem, now, { authorities: [], selfSigned: false }),
    ).rejects.toMatchObject({
      reason: 'certificate-untrusted',
    });
  });
});

describe.skipIf(!opensslHere)('a person with a certificate', () => {
  const shop = openWorkshop();
  const root = shop.issue('Test authority', { ca: true });
  const mine = shop.issue('Odagiri', { email: address }, root);
  const signer = shop.issue('Noroshi', { email: 'noroshi@noroshi.example', usage: 'digitalSignature' }, root);
  const trust = { authorities: [root.pem], selfSigned: false };
  let world: World;
  beforeAll(async () => {
    world = await buildWorld(now);
    installTrust(trust);
    await world.admin.query(`update acting.sign_in set kind = 'session' where person = $1`, [
      world.people.get('ministry.meti')?.person,
    ]);
  });
  afterAll(async () => {
    shop.remove();
    await world.close();
  });
  const bring = (content: boolean, certificate = mine.pem, who = 'ministry.meti') =>
    world.call(who, 'PUT', '/api/notices/certificates/own', { certificate, content });
  const letter = async (value: string, pgp = false): Promise<{ sealed: boolean; text: string; subject: string }> => {
    await world.admin.query('delete from platform.mail');
    await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '印籠の紋所 端末の応答停止',
      eventType: 'E31',
      handling: { scheme: 'tlp', version: '2.0', value },
    });
    await world.settle();
    const house = await openOwnCertificate(signer.pem, signer.key, 'noroshi@noroshi.example');
    const key = await openOwnKey((await makeOwnKey('noroshi@noroshi.example')).secret);
    await composeMail(world.worker, world.clock, {
      origin: 'https://noroshi.example',
      words: serverWords,
      seal: pgp ? sealText(key) : null,
      sealCms: sealTextFor(trust, house),
      returns: null,
    });
    return (await world.admin.query('select sealed, text, subject from platform.mail')).rows[0];
  };
  const heads = (subject: string) => ({
    from: 'Noroshi <noroshi@noroshi.example>',
    to: address,
    subject,
    messageId: '<8c0c1a52-6f3c-4f4e-9b3f-0f8f7e6f2a11@noroshi.example>',
    date: now,
  });
  const base64 = (entity: string): string =>
    Buffer.from(entity.slice(entity.search(/\r?\n\r?\n/u)).trim(), 'base64').toString();
  /** What OpenSSL makes of a message as it goes over the wire: decrypted, then verified. */
  const read = async (it: { text: string; subject: string }): Promise<string> => {
    const { raw } = await sealedMessage(heads(it.subject), it.text);
    expect(raw.toString()).not.toContain('印籠');
    const opened = shop.run(
      ['cms', '-decrypt', '-inform', 'SMIME', '-recip', `${mine.at}.pem`, '-inkey', `${mine.at}.key`],
      raw,
    );
    expect(opened.said).toBe('');
    const verified = shop.run(['cms', '-verify', '-inform', 'SMIME', '-CAfile', `${root.at}.pem`], opened.out);
    expect(verified.said).toContain('successful');
    return base64(verified.out.toString('latin1'));
  };

  it('is told titles in mail that OpenSSL opens and verifies, when they chose it, up to the mark of the programme', async () => {
    expect((await bring(false)).body).toMatchObject({ subject: 'Odagiri', issuer: 'Test authority', expired: false });
    expect(await letter('GREEN')).toMatchObject({ sealed: false });
    await world.call('ministry.meti', 'PUT', '/api/notices/certificates/own/content', { content: true });
    const amber = await letter('AMBER');
    expect([amber.sealed, amber.subject.includes('印籠')]).toEqual([true, false]);
    const inside = await read(amber);
    expect(inside).toContain('【TLP:AMBER】情報連絡');
    expect(inside).toContain('印籠の紋所');
    for (const value of ['AMBER+STRICT', 'RED']) {
      const strict = await letter(value);
      expect([value, strict.sealed, strict.text.includes('印籠')]).toEqual([value, false, false]);
    }
  });

  it('who has a key too is written to by the certificate while that holds, and by the key afterwards', async () => {
    const key = (await makeOwnKey(address)).open;
    await world.call('ministry.meti', 'PUT', '/api/notices/keys/own', { key, content: true });
    expect((await letter('AMBER', true)).text).toContain('-----BEGIN CMS-----');
    await world.call('ministry.meti', 'PUT', '/api/notices/certificates/own/content', { content: false });
    expect((await letter('AMBER', true)).text).toContain('-----BEGIN PGP MESSAGE-----');
    await world.call('ministry.meti', 'PUT', '/api/notices/certificates/own/content', { content: true });
    world.clock.set(new Date(now.getTime() + 366 * 86_400_000));
    expect((await letter('AMBER', true)).text).toContain('-----BEGIN PGP MESSAGE-----');
    expect((await world.call('ministry.meti', 'GET', '/api/notices/keys')).body.certificate.expired).toBe(true);
    world.clock.set(now);
    await world.call('ministry.meti', 'DELETE', '/api/notices/keys/own');
  });

  it('is chased before the certificate runs out', async () => {
    expect(await chaseKeys(world.worker, world.clock, { mail: true })).toBe(0);
    world.clock.set(new Date(now.getTime() + 340 * 86_400_000));
    expect(await chaseKeys(world.worker, world.clock, { mail: true })).toBe(1);
    expect(await chaseKeys(world.worker, world.clock, { mail: true })).toBe(0);
    world.clock.set(now);
  });

  it('keeps it to themselves, brings none of another address, none by a key, and takes it back once', async () => {
    expect((await world.call('cs.duty', 'GET', '/api/notices/keys')).body.certificate).toBeNull();
    expect((await bring(true, mine.pem, 'cs.duty')).body.reason).toBe('not-by-key');
    const other = shop.issue('Somebody', { email: 'somebody@example.test' }, root).pem;
    expect((await bring(true, other)).body.reason).toBe('certificate-not-yours');
    expect((await world.call('ministry.meti', 'DELETE', '/api/notices/certificates/own')).status).toBe(200);
    expect((await world.call('ministry.meti', 'DELETE', '/api/notices/certificates/own')).status).toBe(404);
    installTrust({ authorities: [], selfSigned: false });
    expect((await bring(true)).body.reason).toBe('certificate-untrusted');
    expect((await world.call('ministry.meti', 'GET', '/api/notices/keys')).body.certificates).toBe(false);
    installTrust(trust);
  });

  it('needs a house whose authorities, certificate and key can be read and belong together, or the house does not start', async () => {
    const set = (more: Record<string, string>) =>
      readPostOffice(
        { NOROSHI_SMTP_URL: 'smtp://127.0.0.1:1', NOROSHI_MAIL_FROM: 'Noroshi <noroshi@noroshi.example>', ...more },
        { origin: 'https://noroshi.example', worker: world.worker, vault: openVault('x'.repeat(40)), now },
      );
    for (const wrong of [
      { NOROSHI_SMIME_TRUST: '/nowhere' },
      { NOROSHI_SMIME_TRUST: resolve(import.meta.dirname, '../leaks') },
      { NOROSHI_SMIME_CERT: `${signer.at}.pem` },
      { NOROSHI_SMIME_CERT: `${signer.at}.pem`, NOROSHI_SMIME_KEY: `${mine.at}.key` },
      { NOROSHI_SMIME_CERT: `${mine.at}.pem`, NOROSHI_SMIME_KEY: `${mine.at}.key` },
    ])
      await expect(set(wrong)).rejects.toThrow('NOROSHI_SMIME');
    const right = await set({ NOROSHI_SMIME_CERT: `${signer.at}.pem`, NOROSHI_SMIME_KEY: `${signer.at}.key` });
    expect([right?.certificate?.expiresAt.getTime(), right?.trust.authorities]).toEqual([expect.any(Number), []]);
  });

  it('gets plain letters that OpenSSL verifies as they came over the wire', async () => {
    const house = await openOwnCertificate(signer.pem, signer.key, 'noroshi@noroshi.example');
    const relay = await openRelay();
    const stamp = { id: 'd5f3a1c6-54a5-4f8c-8d26-3f0b1a6a9f10', drill: false, sealed: false, answerable: false };
    await openPost(relayed(relay.url, { certificate: house }))(address, '狼煙', '新しい知らせが届いています。', stamp);
    const verify = (raw: string) =>
      shop.run(['cms', '-verify', '-inform', 'SMIME', '-CAfile', `${root.at}.pem`], Buffer.from(raw, 'latin1'));
    const { raw } = relay.arrived[0] ?? { raw: '' };
    expect(base64(verify(raw).out.toString('latin1'))).toBe('新しい知らせが届いています。');
    expect(verify(raw).said).toContain('successful');
    expect(verify(raw.replace('text/plain', 'text/plaim')).status).not.toBe(0);
    const over = { ...house, expiresAt: new Date(0) };
    await openPost(relayed(relay.url, { certificate: over }))(address, '狼煙', 'x', stamp);
    expect(relay.arrived[1]?.raw).not.toContain('pkcs7');
    const direct = await cmsSignedMessage(heads('狼煙'), 'x', house.sign);
    expect(direct.envelope.to).toBe(address);
    await relay.close();
  });
});
