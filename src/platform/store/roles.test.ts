import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../../test/database.ts';
import { raiseWalls } from './roles.ts';
import { scramVerifier } from './secrets.ts';
import type { StoreRole } from './store.ts';

let db: FreshDatabase;

const as = async <T>(role: StoreRole, work: (client: pg.Client) => Promise<T>, database?: string): Promise<T> => {
  const client = new pg.Client({ ...db.config(role), ...(database === undefined ? {} : { database }) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const codeOf = (role: StoreRole, sql: string): Promise<string | undefined> =>
  as(role, (client) =>
    client.query(sql).then(
      () => undefined,
      (error: pg.DatabaseError) => error.code,
    ),
  );

beforeAll(async () => {
  db = await freshDatabase('bare');
});
afterAll(() => db.drop());

describe.each(['portal', 'worker'] as const)('%s', (role) => {
  test.each([
    'set role migrator',
    'set role circulator',
    'set session authorization admin',
    'set session_replication_role = replica',
    'create temporary table t (id int)',
    'create table public.t (id int)',
    'create schema mine',
    'create role somebody',
    'alter role current_user bypassrls',
    `alter role migrator password 'x'`,
    `select pg_read_file('/etc/passwd')`,
    `copy (select 1) to program 'true'`,
    'select rolpassword from pg_authid',
  ])('may not: %s', async (sql) => {
    expect(await codeOf(role, sql)).toBe('42501');
  });

  test('finds the hours of Japan and its limits set', async () => {
    const settings = await as(role, async (client) => {
      const { rows } = await client.query<Record<string, string>>(
        `select current_setting('timezone') as zone, current_setting('idle_in_transaction_session_timeout') as idle,
                current_setting('transaction_timeout') as whole, current_setting('statement_timeout') as statement`,
      );
      return rows[0];
    });
    expect(settings).toEqual(
      role === 'portal'
        ? { zone: 'UTC', idle: '10s', whole: '30s', statement: '15s' }
        : { zone: 'UTC', idle: '30s', whole: '5min', statement: '0' },
    );
  });

  test.each(['postgres', 'template1'])('may not enter the database %s', async (database) => {
    await expect(as(role, (client) => client.query('select 1'), database)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('the migrator', () => {
  test('owns the database, may act as the owners of functions, and inherits nothing from them', async () => {
    const row = await as('migrator', async (client) => {
      const { rows } = await client.query(
        `select pg_get_userbyid(datdba) as owner, pg_has_role('finder', 'set') as may_set, pg_has_role('finder', 'usage') as inherits
           from pg_database where datname = current_database()`,
      );
      return rows[0] as unknown;
    });
    expect(row).toEqual({ owner: 'migrator', may_set: true, inherits: false });
  });

  test('makes functions that nobody may call until it says so', async () => {
    await as('migrator', (client) =>
      client.query(
        `create schema mine; grant usage on schema mine to portal; create function mine.f() returns int language sql as 'select 1'`,
      ),
    );
    expect(await codeOf('portal', 'select mine.f()')).toBe('42501');
  });

  test('is no superuser and cannot make roles', async () => {
    expect(await codeOf('migrator', 'create role somebody')).toBe('42501');
    expect(await codeOf('migrator', 'set role admin')).toBe('42501');
  });
});

describe('raising the walls', () => {
  const passwordOf = (role: StoreRole): string => db.config(role).password as string;
  const again = (): Promise<void> =>
    as('admin', (client) =>
      raiseWalls(client, {
        migrator: passwordOf('migrator'),
        portal: passwordOf('portal'),
        worker: passwordOf('worker'),
      }),
    );

  test('again, and by two at once, changes nothing', async () => {
    await Promise.all([again(), again()]);
    expect(await codeOf('portal', 'set role migrator')).toBe('42501');
  });

  test('a password is stored as a verifier that lets exactly that password in', async () => {
    expect(scramVerifier('x', Buffer.alloc(16))).toMatch(/^SCRAM-SHA-256\$4096:A{22}==\$[\w+/]{43}=:[\w+/]{43}=$/u);
    const wrong = new pg.Client({ ...db.config('portal'), password: 'wrong' });
    await expect(wrong.connect()).rejects.toMatchObject({ code: '28P01' });
  });
});
