import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { throwawayFolder } from '../../../../test/store.ts';
import { openStore, type Store } from '../store.ts';

let folder: { path: string; remove(): void };
let common: string;
let home: string;
beforeEach(() => {
  folder = throwawayFolder();
  common = join(folder.path, 'common');
  home = join(folder.path, 'private-home');
  mkdirSync(home, { mode: 0o700 });
});
afterEach(() => folder.remove());

const open = (dataDir: string): Promise<Store> => openStore({ dataDir, common, settings: { fsync: 'off' } });

const clusterOf = (dataDir: string): string => readFileSync(join(dataDir, 'cluster-location'), 'utf8').trim();

const query = async (store: Store, sql: string): Promise<unknown[]> => {
  const client = new pg.Client(store.config('migrator'));
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(sql);
  await client.end();
  return rows;
};

const isRoot = process.getuid?.() === 0;

describe.runIf(isRoot)('a data folder that the database user cannot enter', () => {
  test('keeps its database elsewhere, notes where, and finds it again', async () => {
    const dataDir = join(home, 'data');
    const first = await open(dataDir);
    await query(first, 'create table public.kept as select 1 as n');
    await first.stop();
    const cluster = clusterOf(dataDir);
    expect(dirname(dirname(cluster))).toBe(common);
    expect(existsSync(join(dataDir, 'cluster'))).toBe(false);
    expect(statSync(cluster).uid).not.toBe(0);
    const second = await open(dataDir);
    expect(await query(second, 'select n from public.kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  test('that became so takes its database along', async () => {
    const before = join(folder.path, 'open-home', 'data');
    const first = await open(before);
    await query(first, 'create table public.kept as select 1 as n');
    await first.stop();
    const dataDir = join(home, 'data');
    renameSync(before, dataDir);
    const second = await open(dataDir);
    expect(await query(second, 'select n from public.kept')).toEqual([{ n: 1 }]);
    await second.stop();
    expect(existsSync(join(dataDir, 'cluster'))).toBe(false);
  });

  test('takes its database along when it is moved, and is refused when it is copied', async () => {
    await (await open(join(home, 'data'))).stop();
    renameSync(join(home, 'data'), join(home, 'moved'));
    await (await open(join(home, 'moved'))).stop();
    cpSync(join(home, 'moved'), join(home, 'copy'), { recursive: true });
    await expect(open(join(home, 'copy'))).rejects.toThrow(`${join(home, 'copy')} is a copy of ${join(home, 'moved')}`);
  });

  test('that was removed and made anew begins anew, and the old database is set aside', async () => {
    const dataDir = join(home, 'data');
    const first = await open(dataDir);
    await query(first, 'create table public.kept as select 1 as n');
    await first.stop();
    rmSync(dataDir, { recursive: true });
    const second = await open(dataDir);
    expect(await query(second, `select to_regclass('public.kept') as kept`)).toEqual([{ kept: null }]);
    await second.stop();
    expect(readdirSync(dirname(clusterOf(dataDir))).filter((name) => name.startsWith('cluster.left-'))).toHaveLength(1);
  });

  test('whose database is gone from there is refused, not given an empty one', async () => {
    await (await open(join(home, 'data'))).stop();
    renameSync(common, `${common}-lost`);
    await expect(open(join(home, 'data'))).rejects.toThrow('which is not there. Put it back from a backup');
  });
});

describe.runIf(isRoot)('started by root', () => {
  test('the database belongs to a user who is not, and stays with that user', async () => {
    const dataDir = join(folder.path, 'data');
    const store = await open(dataDir);
    const { uid } = statSync(join(dataDir, 'cluster'));
    expect(uid).not.toBe(0);
    expect(statSync(`/proc/${store.pid()}`).uid).toBe(uid);
    expect(statSync(join(dataDir, 'secrets.json')).uid).toBe(0);
    await store.stop();
  });
});

test('a folder that is not empty and is no database is left alone', async () => {
  const dataDir = join(folder.path, 'data');
  mkdirSync(join(dataDir, 'cluster', 'photographs'), { recursive: true });
  chmodSync(dataDir, 0o755);
  await expect(open(dataDir)).rejects.toThrow('is not empty and is no database either');
});
