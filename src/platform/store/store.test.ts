import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seedFolder, throwawayFolder } from '../../../test/store.ts';
import type { Settings } from './embedded/cluster.ts';
import { processesIn } from './embedded/process.ts';
import { openStore, type Store } from './store.ts';

let folder: { path: string; remove(): void };
let dataDir: string;
const opened: Store[] = [];
// Without fsync a crash of the server still loses nothing, only a crash of the machine would; and the tests are faster.
const settings = { fsync: 'off' };
let seed: Awaited<ReturnType<typeof seedFolder>>;

beforeAll(async () => {
  seed = await seedFolder(settings);
});
afterAll(() => seed.remove());

beforeEach(() => {
  folder = throwawayFolder();
  dataDir = join(folder.path, 'data');
  seed.copyTo(dataDir);
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.stop();
  folder.remove();
});

const open = async (at = dataDir, own: Settings = settings): Promise<Store> => {
  const store = await openStore({ dataDir: at, settings: own });
  opened.push(store);
  return store;
};

const ask = async (store: Store, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(store.config('migrator'));
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => {});
  }
};

const heads = (): number => processesIn(join(dataDir, 'cluster')).length;

describe('a data folder', () => {
  test('is made at the first start and found again at the second, with what was committed', async () => {
    dataDir = join(folder.path, 'new', 'data');
    const first = await open();
    await ask(first, 'create table public.kept as select 1 as n');
    await first.stop();
    expect(heads()).toBe(0);
    const second = await open();
    expect(second.state().status).toBe('up');
    expect(await ask(second, 'select n from public.kept')).toEqual([{ n: 1 }]);
  });

  test('keeps its passwords to its owner, listens on no port and trusts nobody', async () => {
    const store = await open(dataDir, {});
    expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataDir, 'run')).mode & 0o777).toBe(0o700);
    expect(
      await ask(
        store,
        `select current_setting('listen_addresses') as tcp, current_setting('fsync') as fsync,
      current_setting('data_checksums') as sums, current_setting('timezone') as zone`,
      ),
    ).toEqual([{ tcp: '', fsync: 'on', sums: 'on', zone: 'UTC' }]);
    for (const role of ['admin', 'migrator', 'portal', 'worker'] as const)
      await expect(new pg.Client({ ...store.config(role), password: 'guess' }).connect()).rejects.toMatchObject({
        code: '28P01',
      });
  });

  test('that is in use refuses a second server and leaves the first one alone', async () => {
    const store = await open();
    await expect(openStore({ dataDir })).rejects.toThrow(
      `The data folder ${dataDir} is in use: process ${process.pid}`,
    );
    expect(await ask(store, 'select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('whose passwords were taken away is refused, not opened with new ones', async () => {
    await (await open()).stop();
    rmSync(join(dataDir, 'secrets.json'));
    await expect(open()).rejects.toThrow('secrets.json is missing');
    expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  });

  test('that holds the beginnings of an interrupted first start is finished', async () => {
    dataDir = join(folder.path, 'begun');
    mkdirSync(join(dataDir, 'cluster.new-1'), { recursive: true });
    writeFileSync(join(dataDir, 'cluster.new-1-password'), 'x');
    await open();
    expect(readdirSync(dataDir).toSorted()).toEqual(['cluster', 'lock', 'log', 'run', 'secrets.json']);
  });

  test('of another version of PostgreSQL is refused in words', async () => {
    await (await open()).stop();
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toThrow('was written by PostgreSQL 17; this is 18');
  });

  test('whose database cannot start says what its log says', async () => {
    await (await open()).stop();
    rmSync(join(dataDir, 'cluster', 'global', 'pg_control'));
    await expect(open()).rejects.toThrow(/does not start .*could not find the database system/su);
  });

  test('with a path too long for a socket gets its socket elsewhere', async () => {
    const long = join(dataDir, 'a-rather-long-name-of-a-folder'.repeat(4));
    const store = await open(long);
    const { host } = store.config('portal') as { host: string };
    expect(Buffer.byteLength(host)).toBeLessThan(90);
    await store.stop();
    expect(existsSync(host)).toBe(false);
  });
});
