import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { writeWhole } from './embedded/files.ts';

/** The logins that the house makes; `admin` comes beside them and only sets things up. */
export const logins = ['migrator', 'portal', 'worker'] as const;
export type Login = (typeof logins)[number];

/** One password a login, known to the process that opened the store and to nobody else. */
export type Passwords = Readonly<Record<Login, string>>;

const SECRETS = 'secrets.json';
const ROUNDS = 4096;

/**
 * The passwords of an embedded store, made at the first start and kept in the data folder, readable by its owner only.
 * A cluster without its passwords is refused rather than given new ones: somebody has taken the file away.
 */
export const keptPasswords = (dataDir: string, clusterExists: boolean): Passwords & { readonly admin: string } => {
  const path = join(dataDir, SECRETS);
  if (existsSync(path)) return fromFile(path);
  if (clusterExists)
    throw new CannotStart(
      `${path} is missing, and without it the database cannot be entered. Put it back from a backup.`,
    );
  const fresh = (): string => randomBytes(24).toString('base64url');
  const database = { admin: fresh(), migrator: fresh(), portal: fresh(), worker: fresh() };
  writeWhole(path, `${JSON.stringify({ database }, null, 2)}\n`, 0o600);
  return database;
};

const fromFile = (path: string): Passwords & { readonly admin: string } => {
  try {
    const { database } = JSON.parse(readFileSync(path, 'utf8')) as { database: Passwords & { admin: string } };
    for (const name of ['admin', ...logins] as const) if (typeof database[name] !== 'string') throw new Error(name);
    return database;
  } catch (cause) {
    throw new CannotStart(`${path} cannot be read as the passwords of the database. Put it back from a backup.`, {
      cause,
    });
  }
};

/** The passwords on a PostgreSQL of one's own: every process with the same NOROSHI_SECRET computes the same ones. */
export const derivedPasswords = (secret: string | undefined): Passwords => {
  if (secret === undefined || secret.length < 32)
    throw new CannotStart(
      'With DATABASE_URL, set NOROSHI_SECRET to 32 characters or more (for example from `openssl rand -base64 48`), the same ' +
        'for every process: the passwords of the database roles are computed from it.',
    );
  const of = (login: Login): string =>
    createHmac('sha256', secret).update(`noroshi database login ${login}`).digest('base64url');
  return { migrator: of('migrator'), portal: of('portal'), worker: of('worker') };
};

/** What the server stores of a password (RFC 5803), so that the password itself never stands in a statement or a log. */
export const scramVerifier = (password: string, salt: Buffer = randomBytes(16)): string => {
  const salted = pbkdf2Sync(password, salt, ROUNDS, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const storedKey = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`;
};
