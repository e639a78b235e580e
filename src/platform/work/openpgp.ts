import {
  createMessage,
  encrypt,
  generateKey,
  type Key,
  type PrivateKey,
  readKeys,
  readPrivateKey,
  type Subkey,
  sign,
} from 'openpgp';
import { Refusal } from '../../kernel/refusal.ts';

/** A public key of somebody else's that may be written to. */
export interface OthersKey {
  readonly armored: string;
  readonly fingerprint: string;
  readonly userId: string;
  /** Null: it does not expire. */
  readonly expiresAt: Date | null;
}

const longest = 65_536;
const fewestBits = 2_048;

/**
 * Reads a public key that somebody brought for an address. Refuses, each for its own reason, what is no key, more than one,
 * a private one, revoked, expired, weak, without a part that encrypts, or of another address.
 */
export const readOthersKey = async (armored: string, address: string, now: Date): Promise<OthersKey> => {
  const key = await onlyKey(armored);
  if (key.isPrivate()) throw new Refusal('key-private');
  if (await key.isRevoked(undefined, undefined, now)) throw new Refusal('key-revoked');
  const ends = await key.getExpirationTime();
  if (ends === null) throw new Refusal('key-unreadable');
  if (ends instanceof Date && ends <= now) throw new Refusal('key-expired');
  if ([key, ...key.getSubkeys()].some(isWeak)) throw new Refusal('key-weak');
  const userId = await userIdFor(key, address, now);
  if (userId === null) throw new Refusal('key-not-yours', { address });
  const encrypts = await key.getEncryptionKey(undefined, now).catch(() => null);
  if (encrypts === null) throw new Refusal('key-cannot-encrypt');
  const until = await encrypts.getExpirationTime();
  const all = [ends, until].filter((it) => it instanceof Date);
  return {
    armored: key.toPublic().armor(),
    fingerprint: key.getFingerprint().toUpperCase(),
    userId,
    expiresAt: all.length === 0 ? null : new Date(Math.min(...all.map((it) => it.getTime()))),
  };
};

const onlyKey = async (armored: string): Promise<Key> => {
  if (armored.length > longest) throw new Refusal('key-unreadable');
  if (armored.split('-----BEGIN PGP').length > 2) throw new Refusal('key-many');
  const keys = await readKeys({ armoredKeys: armored }).catch(() => []);
  if (keys.length > 1) throw new Refusal('key-many');
  const [key] = keys;
  if (key === undefined) throw new Refusal('key-unreadable');
  return key;
};

const isWeak = (it: Key | Subkey): boolean => {
  const { algorithm, bits } = it.getAlgorithmInfo();
  return algorithm.startsWith('rsa') ? (bits ?? 0) < fewestBits : ['dsa', 'elgamal'].includes(algorithm);
};

// The name of the address as the key's owner signed it, which a stranger could not have added.
const userIdFor = async (key: Key, address: string, now: Date): Promise<string | null> => {
  for (const user of key.users) {
    const said = user.userID;
    if (said === null || said.email.toLowerCase() !== address.toLowerCase()) continue;
    const stands = await user.verify(now).catch(() => null);
    if (stands === true) return said.userID;
  }
  return null;
};

/** The house's own key: it signs what goes out. */
export interface OwnKey {
  readonly publicKey: string;
  readonly fingerprint: string;
  /** An armoured detached signature over exactly these bytes. */
  sign(entity: Buffer): Promise<string>;
  /** An armoured message of these bytes for one reader, signed. Refuses a key that does not stand any more. */
  seal(entity: Buffer, to: string, now: Date): Promise<string>;
}

/** Makes a key of the house for a sender's address; gives it armoured, private and public. */
export const makeOwnKey = async (address: string): Promise<{ secret: string; open: string }> => {
  const { privateKey, publicKey } = await generateKey({
    userIDs: [{ name: 'Noroshi', email: address }],
    type: 'ecc',
    // The older form of the same curve: what GnuPG 2.2 reads.
    curve: 'ed25519Legacy',
    format: 'armored',
  });
  return { secret: privateKey, open: publicKey };
};

/** Takes the house's key into use. */
export const openOwnKey = async (secret: string): Promise<OwnKey> => {
  const key: PrivateKey = await readPrivateKey({ armoredKey: secret });
  return {
    publicKey: key.toPublic().armor(),
    fingerprint: key.getFingerprint().toUpperCase(),
    sign: async (entity) =>
      sign({ message: await createMessage({ binary: entity }), signingKeys: key, detached: true, format: 'armored' }),
    seal: async (entity, to, now) => {
      const theirs = await onlyKey(to);
      return encrypt({
        message: await createMessage({ binary: entity }),
        encryptionKeys: theirs,
        signingKeys: key,
        date: now,
        format: 'armored',
        // The older container, whatever the key says it could read: GnuPG 2.2 reads no other.
        config: { aeadProtect: false },
      });
    },
  };
};
