import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverWords } from '../../src/composition.ts';
import { chaseKeys, composeMail } from '../../src/modules/notices/index.ts';
import { makeOwnKey, openOwnKey, type OwnKey, readOthersKey } from '../../src/platform/work/openpgp.ts';
import { sealedMessage, sealText, signedMessage } from '../../src/protocols/mail/message.ts';
import { buildWorld, type World } from '../world.ts';
import { gnupgHere, type Keyring, openKeyring } from './gnupg.ts';

// Keys are made while the test runs, and none may come from the future.
const now = new Date(Date.now() + 120_000);
const address = 'odagiri@example.test';
const heads = {
  from: 'Noroshi <noroshi@noroshi.example>',
  to: address,
  subject: '狼煙：確認をお待ちしているものがあります',
  messageId: '<8c0c1a52-6f3c-4f4e-9b3f-0f8f7e6f2a11@noroshi.example>',
  date: now,
  unsubscribe: 'https://noroshi.example/notices/settings',
};

/** The parts of a multipart message, without the line break that belongs to the boundary. */
const partsOf = (raw: Buffer): string[] => {
  const text = raw.toString('latin1');
  const boundary = /boundary="([^"]+)"/u.exec(text)?.[1] ?? '';
  return text
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((it) => it.replace(/^\r\n/u, '').replace(/\r\n$/u, ''));
};
const bodyOf = (part: string): string => part.slice(part.indexOf('\r\n\r\n') + 4);

describe.skipIf(!gnupgHere)('mail that GnuPG reads (left out where gpg is missing)', () => {
  let ring: Keyring;
  let house: OwnKey;
  let key: string;
  beforeAll(async () => {
    ring = openKeyring();
    house = await openOwnKey((await makeOwnKey('noroshi@noroshi.example')).secret);
    ring.run(['--import'], house.publicKey);
    key = ring.make(`小田切 <${address}>`);
  });
  afterAll(() => ring.remove());

  it('verifies the signature over a plain letter, and sees when one byte of it was changed', async () => {
    const { raw } = await signedMessage(
      heads,
      '狼煙に新しい知らせが届いています。\n\nhttps://noroshi.example/notices',
      house.sign,
    );
    const [text = '', signature = ''] = partsOf(raw);
    const detached = ring.file('signature.asc', bodyOf(signature));
    const verify = (it: string): string =>
      ring.run(['--verify', detached, ring.file('text', Buffer.from(it, 'latin1'))]).said;
    expect(verify(text)).toContain(`VALIDSIG ${house.fingerprint}`);
    expect(verify(text.replace('base64', 'base6x'))).toContain('BADSIG');
  });

  it('opens an encrypted letter in the older container, signed by the house, and nobody else does', async () => {
    const secret = '印籠の紋所';
    const armored = await sealText(house)(
      `【TLP:AMBER】${secret}`,
      (await readOthersKey(key, address, now)).armored,
      now,
    );
    const { raw } = await sealedMessage(heads, armored);
    expect(raw.toString()).not.toContain(secret);
    const [version = '', body = ''] = partsOf(raw);
    expect(version).toContain('application/pgp-encrypted');
    const opened = ring.run(['--decrypt'], bodyOf(body));
    expect(opened.said).toContain('DECRYPTION_OKAY');
    expect(opened.said).toContain(`VALIDSIG ${house.fingerprint}`);
    expect(Buffer.from(bodyOf(opened.out.toString('latin1')), 'base64').toString()).toContain(secret);
    const packets = ring.run(['--list-packets'], bodyOf(body)).out.toString();
    expect(packets).toContain(':encrypted data packet:');
    expect(packets).not.toContain('aead');
    const other = openKeyring();
    other.make('Somebody <somebody@example.test>');
    expect(other.run(['--decrypt'], bodyOf(body)).status).not.toBe(0);
    other.remove();
  });

  it('says nothing in its heads: no name, count, mark or id of ours', async () => {
    const { raw } = await signedMessage(heads, 'x', house.sign);
    const head = raw.toString().slice(0, raw.indexOf('\r\n\r\n'));
    const names = [...head.matchAll(/^([\w-]+):/gmu)].map((m) => m[1]);
    expect(new Set(names)).toEqual(
      new Set([
        'Auto-Submitted',
        'Content-Type',
        'Date',
        'From',
        'List-Unsubscribe',
        'MIME-Version',
        'Message-ID',
        'Subject',
        'To',
      ]),
    );
  });

  it('takes a key that fits, and refuses in words one that is private, another’s, one of several, expired, weak or none', async () => {
    const read = (armored: string, to = address) =>
      readOthersKey(armored, to, now).catch((e: { reason?: string }) => e.reason);
    expect(await read(key)).toMatchObject({ userId: `小田切 <${address}>` });
    expect(await read(key, 'Odagiri@Example.TEST')).toMatchObject({ userId: `小田切 <${address}>` });
    expect(await read(key, 'other@example.test')).toBe('key-not-yours');
    expect(await read(ring.run(['--armor', '--export-secret-keys', address]).out.toString())).toBe('key-private');
    expect(await read(`${key}\n${ring.make('Two <two@example.test>')}`)).toBe('key-many');
    expect(await read('-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nxx\n-----END PGP PUBLIC KEY BLOCK-----')).toBe(
      'key-unreadable',
    );
    const short = ring.make('Short <short@example.test>', { kind: 'rsa1024' });
    expect(await read(short, 'short@example.test')).toBe('key-weak');
    const signsOnly = ring.make('Signs <signs@example.test>', { kind: 'ed25519' });
    expect(['key-cannot-encrypt', undefined]).toContain(await read(signsOnly, 'signs@example.test'));
    const brief = ring.make('Brief <brief@example.test>', { expires: 'seconds=1' });
    expect(await readOthersKey(brief, 'brief@example.test', now).catch((e: { reason?: string }) => e.reason)).toBe(
      'key-expired',
    );
  });
});

describe.skipIf(!gnupgHere)('a person with a key', () => {
  let world: World;
  let ring: Keyring;
  let house: OwnKey;
  let key: string;
  beforeAll(async () => {
    world = await buildWorld(now);
    ring = openKeyring();
    house = await openOwnKey((await makeOwnKey('noroshi@noroshi.example')).secret);
    key = ring.make(`Odagiri <${address}>`, { expires: '40d' });
    // Keys are brought in a session only; the tests' tokens are API keys.
    await world.admin.query(`update acting.sign_in set kind = 'session' where person = $1`, [
      world.people.get('ministry.meti')?.person,
    ]);
  });
  afterAll(async () => {
    ring.remove();
    await world.close();
  });
  const bring = (content: boolean) => world.call('ministry.meti', 'PUT', '/api/notices/keys/own', { key, content });
  const office = () => ({
    origin: 'https://noroshi.example',
    words: serverWords,
    seal: sealText(house),
    sealCms: null,
    returns: null,
  });
  const tell = async (value: string): Promise<{ sealed: boolean; text: string; subject: string }> => {
    await world.admin.query('delete from platform.mail');
    await world.call('operator.power-a', 'POST', '/api/reports', {
      headline: '印籠の紋所 端末の応答停止',
      eventType: 'E31',
      handling: { scheme: 'tlp', version: '2.0', value },
    });
    await world.settle();
    await composeMail(world.worker, world.clock, office());
    return (await world.admin.query('select sealed, text, subject from platform.mail')).rows[0];
  };
  const inside = (armored: string): string =>
    Buffer.from(bodyOf(ring.run(['--decrypt'], armored).out.toString('latin1')), 'base64').toString();

  it('is told titles in encrypted mail only when they chose it, and only up to the mark that the programme allows', async () => {
    expect((await bring(false)).status).toBe(200);
    expect(await tell('GREEN')).toMatchObject({ sealed: false });
    await world.call('ministry.meti', 'PUT', '/api/notices/keys/own/content', { content: true });
    const amber = await tell('AMBER');
    expect(amber.sealed).toBe(true);
    expect(amber.subject).not.toContain('印籠');
    expect(inside(amber.text)).toContain('【TLP:AMBER】情報連絡');
    expect(inside(amber.text)).toContain('印籠の紋所');
    for (const value of ['AMBER+STRICT', 'RED']) {
      const strict = await tell(value);
      expect([value, strict.sealed, strict.text.includes('印籠')]).toEqual([value, false, false]);
    }
  });

  it('is chased before the key runs out, gets plain letters when it has, and loses nothing', async () => {
    expect(await chaseKeys(world.worker, world.clock, { mail: true })).toBe(0);
    const days = (n: number): void => world.clock.set(new Date(now.getTime() + n * 86_400_000));
    for (const [day, notices] of [
      [11, 1],
      [12, 0],
      [34, 1],
      [39.5, 1],
    ] as const) {
      days(day);
      expect([day, await chaseKeys(world.worker, world.clock, { mail: true })]).toEqual([day, notices]);
    }
    // One person in two seats is chased in one of them.
    const seats = await Promise.all(
      ['ministry.meti', 'security.meti'].map((who) => world.call(who, 'GET', '/api/notices')),
    );
    const chased = seats.flatMap((it) => it.body.items).filter((it: { why: string }) => it.why === 'key-expires');
    expect(chased).toHaveLength(3);
    days(41);
    expect((await world.call('ministry.meti', 'GET', '/api/notices/keys')).body.own.expired).toBe(true);
    expect(await tell('AMBER')).toMatchObject({ sealed: false });
  });

  it('keeps the key to themselves, and takes it back once', async () => {
    expect((await world.call('cs.duty', 'GET', '/api/notices/keys')).body.own).toBeNull();
    expect((await world.call('ministry.meti', 'DELETE', '/api/notices/keys/own')).status).toBe(200);
    expect((await world.call('ministry.meti', 'DELETE', '/api/notices/keys/own')).status).toBe(404);
    expect((await world.call('cs.duty', 'PUT', '/api/notices/keys/own', { key, content: true })).body.reason).toBe(
      'not-by-key',
    );
  });
});
