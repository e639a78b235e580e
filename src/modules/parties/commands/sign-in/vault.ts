import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../../../../platform/database.ts';
import { CannotStart } from '../../../../platform/store/cannot-start.ts';

/** What the application keeps outside the database: it makes a stolen copy of the database useless for signing in. */
export interface Vault {
  /** Mixed into every password. */
  readonly pepper: Buffer;
  /** Known to the database too, in a place that the portal cannot read. */
  readonly doorKey: Buffer;
  /** Shows the database that this process says so, e.g. that a proof of identity was checked. */
  proof(...said: string[]): Buffer;
  /** Encrypts with AES-256-GCM; `about` has to be said again to open it. */
  seal(plain: Buffer, about: string): Buffer;
  /** Throws when the sealed bytes were changed or are about something else. */
  open(sealed: Buffer, about: string): Buffer;
  /** Bytes that only this key and these words give. */
  derive(about: string, length: number): Buffer;
}

/** Opens the vault with the application's secret, 32 characters or more; all processes of one house use the same. */
export const openVault = (secret: string): Vault => {
  if (secret.length < 32) throw new RangeError('the application secret has fewer than 32 characters');
  const derive = (about: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', secret, 'noroshi', about, length));
  const doorKey = derive('sign-in door', 32);
  const sealKey = derive('sealed secrets', 32);
  return {
    pepper: derive('password pepper', 32),
    doorKey,
    derive,
    proof: (...said) => createHash('sha256').update(doorKey).update(said.join('|'), 'utf8').update(doorKey).digest(),
    seal: (plain, about) => {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce).setAAD(Buffer.from(about));
      return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open: (sealed, about) => {
      const cipher = createDecipheriv('aes-256-gcm', sealKey, sealed.subarray(0, 12)).setAAD(Buffer.from(about));
      cipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([cipher.update(sealed.subarray(12, -16)), cipher.final()]);
    },
  };
};

let current: Vault | undefined;

/** The vault of this process. Throws before `installVault`. */
export const theVault = (): Vault => {
  if (current === undefined) throw new Error('the vault is not installed');
  return current;
};

/**
 * Takes the vault into use and makes the database know its door key, as the worker; at each start, before anyone signs in.
 * Refuses a database that knows another key: nobody could sign in with what is stored there.
 */
export const installVault = async (worker: Db, vault: Vault): Promise<void> => {
  const { rows } = await sql<{ same: boolean }>`select parties.install_door_key(${vault.doorKey}) as same`.execute(
    worker,
  );
  if (rows[0]?.same !== true)
    throw new CannotStart(
      'The application secret is not the one this database was set up with. Put the old one back; every password depends on it.',
    );
  current = vault;
};

const FILE = 'application.key';

/** The application's secret: the one given, else one made at the first start and kept in the data folder for its owner only. */
export const applicationSecret = (dataDir: string, given: string | undefined): string => {
  if (given !== undefined && given !== '') return given;
  const path = join(dataDir, FILE);
  if (!existsSync(path)) writeFileSync(path, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
  return readFileSync(path, 'utf8').trim();
};
