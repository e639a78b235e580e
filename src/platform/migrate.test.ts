import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../test/database.ts';
import { throwawayFolder } from '../../test/store.ts';
import { listMigrations, migrate, type MigrationRoom } from './migrate.ts';

let db: FreshDatabase;
let folder: { path: string; remove(): void };
let rooms: MigrationRoom[];

beforeEach(async () => {
  folder = throwawayFolder();
  rooms = ['parties', 'exchange'].map((room) => ({ room, dir: join(folder.path, room) }));
  db = await freshDatabase('bare');
});
afterEach(async () => {
  await db.drop();
  folder.remove();
});

const write = (file: string, sql: string): void => {
  const path = join(folder.path, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sql);
};

const ask = async (sql: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client(db.config('migrator'));
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
};

const run = (): Promise<string[]> => migrate(db.config('migrator'), rooms);

describe('order', () => {
  test('goes by date, then by the order of rooms, then by name', () => {
    write('exchange/2026-11-23-a.sql', '');
    write('exchange/2026-11-22-z.sql', '');
    write('parties/2026-11-23-c.sql', '');
    write('parties/2026-11-23-b.sql', '');
    write('parties/README.md', '');
    expect(listMigrations(rooms).map(({ file }) => file)).toEqual([
      'exchange/2026-11-22-z.sql',
      'parties/2026-11-23-b.sql',
      'parties/2026-11-23-c.sql',
      'exchange/2026-11-23-a.sql',
    ]);
  });

  test('a file with another name is refused', () => {
    write('parties/first.sql', '');
    expect(() => listMigrations(rooms)).toThrow('parties/first.sql is not named like');
  });
});

describe('running', () => {
  test('each file runs once and is recorded with what it said', async () => {
    write('parties/2026-11-23-body.sql', 'create schema parties; create table parties.body (id uuid primary key);');
    expect(await run()).toEqual(['parties/2026-11-23-body.sql']);
    expect(await run()).toEqual([]);
    expect(await ask('select file, length(sha256) as n, at <= now() as past from platform.migration')).toEqual([
      { file: 'parties/2026-11-23-body.sql', n: 64, past: true },
    ]);
  });

  test('two processes at once take turns and run each file once between them', async () => {
    write(
      'parties/2026-11-23-slow.sql',
      'create schema parties; select pg_sleep(0.3); create table parties.body (id int);',
    );
    write('exchange/2026-11-23-report.sql', 'create schema exchange;');
    const both = await Promise.all([run(), run(), run()]);
    expect(both.flat().toSorted()).toEqual(['exchange/2026-11-23-report.sql', 'parties/2026-11-23-slow.sql']);
  });

  test('the first migration may make the schema in which migrations are recorded', async () => {
    write('parties/2026-11-23-own.sql', 'create schema platform; grant usage on schema platform to portal;');
    await run();
    expect(await ask('select count(*) from platform.migration')).toEqual([{ count: 1 }]);
  });

  test('a file may put a function into the hands of its owner, and the next file is the migrator again', async () => {
    write(
      'parties/2026-11-22-owned.sql',
      `create schema parties; grant usage, create on schema parties to finder;
       set role finder; create function parties.find() returns int language sql as 'select 1'; set search_path = parties;`,
    );
    write(
      'parties/2026-11-23-next.sql',
      `create table parties.seen as select current_user::text as who, current_setting('search_path') as path;`,
    );
    await run();
    expect(await ask('select who, path from parties.seen')).toEqual([{ who: 'migrator', path: '"$user", public' }]);
    expect(
      await ask(`select proowner::regrole::text as owner, proacl::text as acl from pg_proc where proname = 'find'`),
    ).toEqual([{ owner: 'finder', acl: '{finder=X/finder}' }]);
  });
});

describe('refusals', () => {
  test('a file that fails leaves nothing and says where', async () => {
    write('parties/2026-11-23-bad.sql', 'create schema parties;\n\ncreate tabel parties.body ();\n');
    await expect(run()).rejects.toThrow('parties/2026-11-23-bad.sql:3: syntax error at or near "tabel"');
    expect(await ask(`select to_regnamespace('parties') as schema`)).toEqual([{ schema: null }]);
  });

  test('a file that failed runs again when it is mended, and the ones before it do not', async () => {
    write('parties/2026-11-22-good.sql', 'create schema parties;');
    write('parties/2026-11-23-bad.sql', 'create table parties.body (id nothing);');
    await expect(run()).rejects.toThrow('parties/2026-11-23-bad.sql:1: type "nothing" does not exist');
    write('parties/2026-11-23-bad.sql', 'create table parties.body (id int);');
    expect(await run()).toEqual(['parties/2026-11-23-bad.sql']);
  });

  test('a file that was changed after it ran', async () => {
    write('parties/2026-11-23-body.sql', 'create schema parties;');
    await run();
    write('parties/2026-11-23-body.sql', 'create schema parties; -- mended');
    await expect(run()).rejects.toThrow(/2026-11-23-body\.sql was changed after it ran here on .* as a new file/u);
  });

  test('a database that has run what this version does not know', async () => {
    write('parties/2026-11-23-body.sql', 'create schema parties;');
    await run();
    rmSync(join(folder.path, 'parties'), { recursive: true });
    await expect(run()).rejects.toThrow('the database is newer than the program');
  });

  test('a file that ends its own transaction', async () => {
    write('parties/2026-11-23-body.sql', 'create schema parties; commit; begin;');
    await expect(run()).rejects.toThrow('ends its own transaction');
  });
});
