import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto';
import { createServer } from 'node:https';
import type { PushKeys } from '../../src/platform/work/web-push.ts';

/** A browser as a push service knows it: it can open what is encrypted for it. */
export const browser = (): { keys: PushKeys; open: (sealed: Buffer) => string } => {
  const own = createECDH('prime256v1');
  own.generateKeys();
  const auth = randomBytes(16);
  const part = (secret: Buffer, salt: Buffer, info: Buffer, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, salt, info, length));
  return {
    keys: { p256dh: own.getPublicKey().toString('base64url'), auth: auth.toString('base64url') },
    open: (sealed) => {
      const salt = sealed.subarray(0, 16);
      const theirs = sealed.subarray(21, 21 + (sealed[20] ?? 0));
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own.getPublicKey(), theirs]);
      const secret = part(own.computeSecret(theirs), auth, info, 32);
      const record = sealed.subarray(21 + theirs.length);
      const by = createDecipheriv(
        'aes-128-gcm',
        part(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16),
        part(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12),
      );
      by.setAuthTag(record.subarray(-16));
      const plain = Buffer.concat([by.update(record.subarray(0, -16)), by.final()]);
      return plain.subarray(0, plain.lastIndexOf(2)).toString();
    },
  };
};

const vouched = (head: string): boolean => {
  const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/u.exec(head) ?? [];
  const [said = '', claims = '', signature = ''] = token.split('.');
  const point = Buffer.from(key, 'base64url');
  const coordinate = (at: number): string => point.subarray(at, at + 32).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', x: coordinate(1), y: coordinate(33) };
  return verify(
    'sha256',
    Buffer.from(`${said}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
};

/** One message as a push service was given it. */
export interface Given {
  readonly path: string;
  readonly body: Buffer;
  readonly heads: Readonly<Record<string, string | string[] | undefined>>;
  readonly vouched: boolean;
}

/** A push service on the loopback that keeps what it is given, and answers as it is told to. */
export const openPushService = async (by: { key: string; cert: string }) => {
  const given: Given[] = [];
  const answers: { status: number; location?: string }[] = [];
  const server = createServer(by, (request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      given.push({
        path: request.url ?? '',
        body: Buffer.concat(parts),
        heads: request.headers,
        vouched: vouched(request.headers.authorization ?? ''),
      });
      const { status, location } = answers.shift() ?? { status: 201 };
      response.writeHead(status, location === undefined ? {} : { location }).end('secret of the service');
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.address();
  return {
    given,
    /** What it answers next, once each; afterwards it takes everything. */
    answers,
    port: typeof at === 'object' && at !== null ? at.port : 0,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};
