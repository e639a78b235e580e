import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { generateURI, verify } from 'otplib';
import type { Vault } from './vault.ts';

const hashing = promisify(
  argon2 as (
    algorithm: 'argon2id',
    parameters: Argon2Parameters,
    done: (error: Error | null, tag: Buffer) => void,
  ) => void,
);

// OWASP's second recommendation for Argon2id: 19 MiB, two passes. About 40 ms here, so a sign-in is felt by nobody.
const cost = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 } as const;

const digest = (vault: Vault, password: string, nonce: Buffer): Promise<Buffer> =>
  hashing('argon2id', { ...cost, message: password.normalize('NFKC'), nonce, secret: vault.pepper });

/** The stored form of a password: Argon2id with the vault's pepper. */
export const hashPassword = async (vault: Vault, password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await digest(vault, password, nonce);
  return `argon2id$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${nonce.toString('base64')}$${tag.toString('base64')}`;
};

/** Whether the password is the one that was stored. With nothing stored it takes as long, and is not. */
export const isPassword = async (vault: Vault, password: string, stored: string | null): Promise<boolean> => {
  const [, , nonce, tag] = (stored ?? nobody).split('$') as [string, string, string, string];
  const given = await digest(vault, password, Buffer.from(nonce, 'base64'));
  return timingSafeEqual(given, Buffer.from(tag, 'base64')) && stored !== null;
};

const nobody = `argon2id$$${Buffer.alloc(16).toString('base64')}$${Buffer.alloc(32).toString('base64')}`;

/** The time step of a right code that is later than `after`; null for any other. Codes of one step before are taken too. */
export const stepOf = async (secret: Buffer, code: string, now: Date, after: number): Promise<number | null> => {
  const result = await verify({
    secret: new Uint8Array(secret),
    token: code,
    epoch: Math.floor(now.getTime() / 1000),
    epochTolerance: [30, 0],
    ...(after > 0 ? { afterTimeStep: after } : {}),
  });
  return result.valid && 'timeStep' in result ? result.timeStep : null;
};

/** Twenty random bytes: a secret for one-time codes (RFC 6238). */
export const freshCodeSecret = (): Buffer => randomBytes(20);

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A secret as people type it, in base 32. */
export const spelled = (secret: Buffer): string => {
  const bits = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

/** The address that an authenticator reads from a picture. */
export const codeAddress = (secret: Buffer, email: string): string =>
  generateURI({ issuer: 'Noroshi', label: email, secret: spelled(secret) });
