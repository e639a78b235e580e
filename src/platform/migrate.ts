import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** A room's folder of migrations. The order of rooms in the list is their order on days that they share. */
export interface MigrationRoom {
  readonly room: string;
  readonly dir: string;
}

/** One migration: `file` is `room/2026-11-23-slug.sql`, as it is recorded. */
export interface Migration {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
}

/** A migration that cannot be run, or must not; the message names the file and, for SQL, the line. */
export class MigrationRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MigrationRefused';
  }
}

const NAME = /^\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*\.sql$/u;
const LOCK = 4_014_002;

/** All migrations of the rooms in the order in which they run: by date, then by room, then by name. */
export const listMigrations = (rooms: readonly MigrationRoom[]): Migration[] =>
  rooms
    .flatMap(({ room, dir }, order) =>
      (existsSync(dir) ? readdirSync(dir) : []).map((name) => ({ room, dir, order, name })),
    )
    .filter(({ name }) => name.endsWith('.sql'))
    .map((it) => {
      if (!NAME.test(it.name))
        throw new MigrationRefused(`${it.room}/${it.name} is not named like 2026-11-23-what-it-makes.sql`);
      return { ...it, date: it.name.slice(0, 10) };
    })
    .toSorted((a, b) => compare(a.date, b.date) || a.order - b.order || compare(a.name, b.name))
    .map(({ room, dir, name }) => {
      const path = join(dir, name);
      return { file: `${room}/${name}`, path, sha256: createHash('sha256').update(readFileSync(path)).digest('hex') };
    });

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Runs what has not run yet, each file once and in a transaction of its own, as the role of `config` (the migrator).
 * Two processes that do this at once take turns. Returns the files that were run.
 */
export const migrate = async (config: pg.ClientConfig, rooms: readonly MigrationRoom[]): Promise<string[]> => {
  const wanted = listMigrations(rooms);
  const client = new pg.Client(config);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const done = await recorded(client);
    refuseDrift(wanted, done);
    const pending = wanted.filter(({ file }) => !done.has(file));
    for (const migration of pending) await run(client, migration);
    return pending.map(({ file }) => file);
  } finally {
    await client.end();
  }
};

interface Run {
  readonly sha256: string;
  readonly at: Date;
}

const recorded = async (client: pg.Client): Promise<ReadonlyMap<string, Run>> => {
  if (!(await hasRecord(client))) return new Map();
  const { rows } = await client.query<Run & { file: string }>('select file, sha256, at from platform.migration');
  return new Map(rows.map((row) => [row.file, row]));
};

const hasRecord = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('platform.migration') is not null as there`,
  );
  return rows[0]?.there === true;
};

// Made within the first migration's transaction and after it, for that one may well make the schema itself.
const makeRecord = async (client: pg.Client): Promise<void> => {
  if (await hasRecord(client)) return;
  await client.query(`create schema if not exists platform;
    create table platform.migration (file text primary key, sha256 text not null, at timestamptz not null default now());
    alter table platform.migration enable row level security, force row level security;
    create policy kept on platform.migration to migrator using (true) with check (true);
    comment on table platform.migration is 'Which migrations have run here, and what they said when they did'`);
};

const refuseDrift = (wanted: readonly Migration[], done: ReadonlyMap<string, Run>): void => {
  const here = new Map(wanted.map((it) => [it.file, it]));
  for (const [file, { sha256, at }] of done) {
    const now = here.get(file);
    if (now === undefined)
      throw new MigrationRefused(
        `${file} ran here on ${at.toISOString()} and this version does not know it: the database is newer than the program.`,
      );
    if (now.sha256 !== sha256)
      throw new MigrationRefused(
        `${file} was changed after it ran here on ${at.toISOString()}. Put it back, and write the change as a new file.`,
      );
  }
};

const run = async (client: pg.Client, { file, path, sha256 }: Migration): Promise<void> => {
  const sql = readFileSync(path, 'utf8');
  await client.query('begin');
  const before = await transactionOf(client);
  try {
    await client.query(sql);
  } catch (error) {
    await client.query('rollback');
    throw told(file, sql, error as pg.DatabaseError);
  }
  if ((await transactionOf(client)) !== before)
    throw new MigrationRefused(`${file} ends its own transaction; leave out begin and commit.`);
  // A file may have set a role or settings for itself; what comes next starts clean.
  await client.query('reset role; reset all');
  await makeRecord(client);
  await client.query('insert into platform.migration (file, sha256) values ($1, $2)', [file, sha256]);
  await client.query('commit');
};

const transactionOf = async (client: pg.Client): Promise<string> => {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
  return (rows[0] as { id: string }).id;
};

const told = (file: string, sql: string, error: pg.DatabaseError): MigrationRefused => {
  const line = error.position === undefined ? '' : `:${sql.slice(0, Number(error.position)).split('\n').length}`;
  const more = [error.detail, error.hint, error.where].filter((it) => it !== undefined).join('; ');
  return new MigrationRefused(`${file}${line}: ${error.message}${more === '' ? '' : ` (${more})`}`, { cause: error });
};
