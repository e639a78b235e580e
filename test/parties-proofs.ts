import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';
import { generate } from 'otplib';

type Cbor = number | string | Buffer | Map<number | string, Cbor>;

/** The little of CBOR that an authenticator writes. */
const cbor = (it: Cbor): Buffer => {
  const head = (major: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof it === 'number') return it >= 0 ? head(0, it) : head(1, -1 - it);
  if (typeof it === 'string') return Buffer.concat([head(3, Buffer.byteLength(it)), Buffer.from(it)]);
  if (Buffer.isBuffer(it)) return Buffer.concat([head(2, it.length), it]);
  return Buffer.concat([head(5, it.size), ...[...it].flatMap(([key, value]) => [cbor(key), cbor(value)])]);
};

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const b64 = (data: Buffer): string => data.toString('base64url');

/** How an authenticator may misbehave. */
export interface Quirks {
  readonly origin?: string;
  readonly verifies?: boolean;
  readonly counter?: number;
}

/** An authenticator in software with one ES256 passkey. */
export const authenticator = (origin: string) => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(32);
  const cose = cbor(
    new Map<number, Cbor>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x as string, 'base64url')],
      [-3, Buffer.from(y as string, 'base64url')],
    ]),
  );
  let counter = 0;
  const client = (type: string, challenge: string, at: string): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: at, crossOrigin: false }));
  const data = (rpId: string, flags: number, count: number, rest: Buffer = Buffer.alloc(0)): Buffer => {
    const tail = Buffer.alloc(5);
    tail[0] = flags;
    tail.writeUInt32BE(count, 1);
    return Buffer.concat([sha256(rpId), tail, rest]);
  };
  const common = { id: b64(id), rawId: b64(id), type: 'public-key', clientExtensionResults: {} };
  return {
    id: b64(id),
    /** Answers what `POST …/options` gave for a new passkey. */
    make: (options: { challenge: string; rp: { id: string } }, quirks: Quirks = {}) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cose]);
      const flags = 0x41 | (quirks.verifies === false ? 0 : 0x04);
      const authData = data(options.rp.id, flags, counter, attested);
      const object = cbor(
        new Map<string, Cbor>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      const json = client('webauthn.create', options.challenge, quirks.origin ?? origin);
      return {
        ...common,
        response: { clientDataJSON: b64(json), attestationObject: b64(object), transports: ['internal'] },
      };
    },
    /** Answers what `POST …/options` gave for signing in. */
    answer: (options: { challenge: string; rpId: string }, quirks: Quirks = {}) => {
      counter = quirks.counter ?? counter + 1;
      const authData = data(options.rpId, 0x01 | (quirks.verifies === false ? 0 : 0x04), counter);
      const json = client('webauthn.get', options.challenge, quirks.origin ?? origin);
      const signature = createSign('sha256').update(authData).update(sha256(json)).sign(privateKey);
      return {
        ...common,
        response: { clientDataJSON: b64(json), authenticatorData: b64(authData), signature: b64(signature) },
      };
    },
  };
};

/** The one-time code of a secret at an instant. */
export const codeAt = (secret: string, at: Date): Promise<string> =>
  generate({ secret, epoch: Math.floor(at.getTime() / 1000) });
