import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { seedFolder, throwawayFolder } from '../../../../test/store.ts';
import { processesIn } from './process.ts';
import type { StoreState } from '../state.ts';
import { openStore, type Store } from '../store.ts';

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

const open = async (): Promise<Store> => {
  const store = await openStore({ dataDir, settings });
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

const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await sleep(10);
};

/** A server of its own process, as `bin/start` has one. */
const elsewhere = async (): Promise<{ child: ChildProcess; postgres: number }> => {
  const source = `import { openStore } from ${JSON.stringify(new URL('../store.ts', import.meta.url).href)};
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)}, settings: { fsync: 'off' } });
    process.on('SIGTERM', () => store.stop().then(() => process.exit(0)));
    process.stdout.write(String(store.pid()) + '\\n');`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, postgres: Number(line.toString()) };
};

test('a database that is killed comes back with what was committed, and everyone can see the state', async () => {
  const store = await open();
  await ask(store, 'create table public.kept as select 1 as n');
  const seen: StoreState[] = [];
  const end = store.onState((state) => seen.push(state));
  const before = store.pid();
  process.kill(before as number, 'SIGKILL');
  await until(() => seen.at(-1)?.status === 'up');
  end();
  expect(seen.map(({ status }) => status)).toEqual(['down', 'starting', 'up']);
  expect(store.pid()).not.toBe(before);
  expect(await ask(store, 'select n from public.kept')).toEqual([{ n: 1 }]);
});

test('a single connection that is killed takes the whole server through the same door', async () => {
  const store = await open();
  const seen: string[] = [];
  store.onState(({ status }) => seen.push(status));
  const client = new pg.Client(store.config('portal'));
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  process.kill((rows[0] as { pid: number }).pid, 'SIGKILL');
  await until(() => seen.at(-1) === 'up');
  expect(seen).toEqual(['down', 'starting', 'up']);
});

test('it comes back again and again, and can be stopped while it is away', async () => {
  const store = await open();
  for (let i = 0; i < 2; i += 1) {
    const pid = store.pid() as number;
    process.kill(pid, 'SIGKILL');
    await until(() => store.pid() !== pid && store.state().status === 'up');
  }
  process.kill(store.pid() as number, 'SIGKILL');
  await until(() => store.state().status === 'down');
  await store.stop();
  expect(heads()).toBe(0);
});

test('a server that is killed leaves a database behind, which the next start ends before it begins', async () => {
  const { child, postgres } = await elsewhere();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(processesIn(join(dataDir, 'cluster'))).toContain(postgres);
  const store = await open();
  expect(processesIn(join(dataDir, 'cluster'))).not.toContain(postgres);
  expect(await ask(store, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a server that is told to stop leaves nothing behind', async () => {
  const { child } = await elsewhere();
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
  expect(heads()).toBe(0);
  expect(existsSync(join(dataDir, 'lock'))).toBe(false);
  expect(readFileSync(join(dataDir, 'log', 'database.log'), 'utf8')).toContain('database system is shut down');
});

test('the log of the database tells nothing that people wrote', async () => {
  const store = await open();
  await ask(store, `select 'a secret'::int`).catch(() => {});
  await store.stop();
  expect(readFileSync(join(dataDir, 'log', 'database.log'), 'utf8')).not.toContain('secret');
});
