import { createHash, createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign, verify } from 'node:crypto';

/** A checkpoint as a signed note: C2SP tlog-checkpoint over signed-note, Ed25519. */

/** Signs checkpoints under a name. */
export interface Signer {
  /** The log's name, e.g. `noroshi.example.jp/journal`. */
  readonly origin: string;
  /** What a verifier needs: name, key id and key in one line. */
  readonly verifierKey: string;
  sign(size: number, root: Uint8Array): string;
}

const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const spki = Buffer.from('302a300506032b6570032100', 'hex');
const ed25519 = Buffer.of(1);

const keyId = (origin: string, key: Uint8Array): Buffer =>
  createHash('sha256').update(`${origin}\n`).update(ed25519).update(key).digest().subarray(0, 4);

/** The signer of a log: its key is computed from the application's secret, which is not in the database. */
export const signerOf = (secret: string, origin: string): Signer => {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'noroshi journal checkpoint', 32));
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(spki.length);
  const id = keyId(origin, publicKey);
  return {
    origin,
    verifierKey: `${origin}+${id.toString('hex')}+${Buffer.concat([ed25519, publicKey]).toString('base64')}`,
    sign: (size, root) => {
      const text = `${origin}\n${size}\n${Buffer.from(root).toString('base64')}\n`;
      const signature = Buffer.concat([id, sign(null, Buffer.from(text), key)]).toString('base64');
      return `${text}\n— ${origin} ${signature}\n`;
    },
  };
};

/** What a signed checkpoint says. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Buffer;
}

/** What a note says when the key signed it; null when it is malformed, of another log, or its signature does not hold. */
export const openNote = (note: string, verifierKey: string): Checkpoint | null => {
  const [name, id, key] = splitKey(verifierKey);
  const found = /^([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\n\n((?:— [^\n]+\n)+)$/u.exec(note);
  if (found === null || name === undefined || key === undefined) return null;
  const [, origin = '', size = '', root = '', lines = ''] = found;
  if (origin !== name) return null;
  const text = Buffer.from(`${origin}\n${size}\n${root}\n`);
  const signed = lines.split('\n').some((line) => {
    const [, by, value] = /^— (\S+) ([A-Za-z0-9+/]+=*)$/u.exec(line) ?? [];
    if (by !== name || value === undefined) return false;
    const bytes = Buffer.from(value, 'base64');
    return bytes.subarray(0, 4).toString('hex') === id && verify(null, text, key, bytes.subarray(4));
  });
  return signed ? { origin, size: Number(size), root: Buffer.from(root, 'base64') } : null;
};

const splitKey = (verifierKey: string): [string?, string?, KeyObject?] => {
  const [, name, id, value] = /^(.+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/u.exec(verifierKey) ?? [];
  if (name === undefined || id === undefined || value === undefined) return [];
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length !== 33 || bytes[0] !== 1 || keyId(name, bytes.subarray(1)).toString('hex') !== id) return [];
  return [name, id, createPublicKey({ key: Buffer.concat([spki, bytes.subarray(1)]), format: 'der', type: 'spki' })];
};
