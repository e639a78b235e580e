import {
  createCipheriv,
  createECDH,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto';

/** What a browser gives out so that it can be told something: base64url. */
export interface PushKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** Push services of the browsers there are. An operator may name more. */
export const knownHosts: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  'web.push.apple.com',
  'notify.windows.com',
];

/** Whether something may be sent to an address: https, at a push service that is known, or below its name; nothing else in it. */
export const isPushAddress = (endpoint: string, hosts: readonly string[]): boolean => {
  if (endpoint.length > 1_000 || !URL.canParse(endpoint)) return false;
  const { protocol, hostname, port, username, password, hash } = new URL(endpoint);
  const plain = protocol === 'https:' && port === '' && username === '' && password === '' && hash === '';
  return plain && hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
};

/** Every message has this length, so that its size tells nothing. */
const padded = 512;
const publicLength = 65;

/** Whether these are keys of a browser: a point on the curve, and sixteen secret bytes. */
export const arePushKeys = ({ p256dh, auth }: PushKeys): boolean => {
  const point = Buffer.from(p256dh, 'base64url');
  if (point.length !== publicLength || Buffer.from(auth, 'base64url').length !== 16) return false;
  try {
    const own = createECDH('prime256v1');
    own.generateKeys();
    return own.computeSecret(point).length > 0;
  } catch {
    return false;
  }
};

const part = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** Encrypts a short text for one browser (RFC 8291). `by` makes it repeatable for a test. */
export const sealPush = (
  text: string,
  to: PushKeys,
  by: { secret?: Buffer; salt?: Buffer; length?: number } = {},
): Buffer => {
  const own = createECDH('prime256v1');
  if (by.secret === undefined) own.generateKeys();
  else own.setPrivateKey(by.secret);
  const theirs = Buffer.from(to.p256dh, 'base64url');
  const mine = own.getPublicKey();
  const salt = by.salt ?? randomBytes(16);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, mine]);
  const secret = part(own.computeSecret(theirs), Buffer.from(to.auth, 'base64url'), info, 32);
  const cipher = createCipheriv(
    'aes-128-gcm',
    part(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
    part(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
  );
  const said = Buffer.from(text);
  const length = by.length ?? padded;
  if (said.length >= length) throw new RangeError('too long for a push');
  // The last record: what is said, its mark, and zeros.
  const record = Buffer.alloc(length);
  said.copy(record);
  record[said.length] = 2;
  const head = Buffer.alloc(5);
  head.writeUInt32BE(4_096);
  head[4] = publicLength;
  return Buffer.concat([salt, head, mine, cipher.update(record), cipher.final(), cipher.getAuthTag()]);
};

/** Makes the key by which push services know the house (RFC 8292). */
export const makeVapidKey = async (): Promise<{ secret: string; open: string }> => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  return { secret: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), open: openHalf(privateKey) };
};

const openHalf = (key: KeyObject): string => {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
    'base64url',
  );
};

const halfADay = 12 * 3_600;

/** The head that vouches for a message to an address: who sends, to which service, until when. */
export const vapidHead = (endpoint: string, secret: string, contact: string, now: Date): string => {
  const key = createPrivateKey(secret);
  const text = (it: object): string => Buffer.from(JSON.stringify(it)).toString('base64url');
  const claims = {
    aud: new URL(endpoint).origin,
    exp: Math.floor(now.getTime() / 1000) + halfADay,
    sub: contact,
  };
  const said = `${text({ typ: 'JWT', alg: 'ES256' })}.${text(claims)}`;
  const signature = sign('sha256', Buffer.from(said), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url');
  return `vapid t=${said}.${signature}, k=${openHalf(key)}`;
};
