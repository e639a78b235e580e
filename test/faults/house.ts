import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { silent } from '../../src/platform/store/cannot-start.ts';
import { ADMIN } from '../../src/platform/store/embedded/cluster.ts';
import { clearLeftovers, postmasterFile } from '../../src/platform/store/embedded/process.ts';
import { throwawayFolder } from '../store.ts';

const main = join(import.meta.dirname, '../../src/main.ts');

/** What a door answered: the status, the body and its kind. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The program as people start it, durable, in a process and a data folder of its own, which a test may kill. */
export interface House {
  readonly dataDir: string;
  /** Starts the program and waits until it says that it is ready. */
  start(): Promise<void>;
  /** Starts it once more on the same folder, and gives how that ended. */
  startAgain(): Promise<{ code: number | null; said: string; pid: number }>;
  pid(): number;
  /** kill -9 of the program; its database stays behind as an orphan. */
  killProgram(): Promise<void>;
  /** kill -9 of the head of the database. */
  killDatabase(): void;
  /** Asks a door; rejects when the connection breaks. */
  ask(method: 'GET' | 'POST', path: string, by?: { key: string; once?: string; body?: unknown }): Promise<Reply>;
  /** Asks past the walls. */
  rows<T extends object>(sql: string, values?: unknown[]): Promise<T[]>;
  /** Everything the program said on its error stream. */
  said(): string;
  remove(): Promise<void>;
}

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};

const bareEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== 'DATABASE_URL' && !name.startsWith('NOROSHI_')),
  );

/** Prepares a folder and a port; nothing runs until `start`. */
export const openHouse = async (): Promise<House> => {
  const folder = throwawayFolder();
  const dataDir = join(folder.path, 'data');
  const cluster = join(dataDir, 'cluster');
  const port = await freePort();
  let child: ChildProcess | undefined;
  let said = '';

  const launch = (at: number): ChildProcess =>
    spawn(process.execPath, [main, '--data', dataDir, '--port', String(at)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: bareEnvironment(),
    });
  const alive = (): boolean => child !== undefined && child.exitCode === null && child.signalCode === null;
  const end = async (how: NodeJS.Signals): Promise<void> => {
    if (child === undefined || !alive()) return;
    const ended = once(child, 'exit');
    child.kill(how);
    await ended;
  };

  return {
    dataDir,
    start: async () => {
      const one = launch(port);
      child = one;
      one.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
      await new Promise<void>((ready, fail) => {
        one.once('exit', (code) => fail(new Error(`ended with ${code}: ${said}`)));
        one.stdout?.on('data', (chunk: Buffer) => chunk.toString().includes('ready ') && ready());
      });
    },
    startAgain: async () => {
      const second = launch(await freePort());
      let words = '';
      second.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()));
      // One that is not refused would serve for ever.
      const late = setTimeout(() => second.kill('SIGKILL'), 15_000);
      const [code] = (await once(second, 'close')) as [number | null];
      clearTimeout(late);
      return { code, said: words, pid: second.pid as number };
    },
    pid: () => child?.pid as number,
    killProgram: () => end('SIGKILL'),
    killDatabase: () => {
      const head = postmasterFile(cluster)?.pid;
      if (head === undefined) throw new Error('there is no database to kill');
      process.kill(head, 'SIGKILL');
    },
    ask: async (method, path, by) => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          ...(by === undefined ? {} : { authorization: `Bearer ${by.key}` }),
          ...(by?.once === undefined ? {} : { 'idempotency-key': by.once }),
          ...(by?.body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(by?.body === undefined ? {} : { body: JSON.stringify(by.body) }),
        signal: AbortSignal.timeout(20_000),
      });
      const body = (await response.json()) as Record<string, unknown>;
      return { status: response.status, type: response.headers.get('content-type') ?? '', body };
    },
    rows: async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => {
      const secrets = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
        database: { admin: string };
      };
      const client = new pg.Client({
        host: postmasterFile(cluster)?.socketFolder ?? '',
        user: ADMIN,
        password: secrets.database.admin,
        database: 'noroshi',
      });
      await client.connect();
      try {
        return (await client.query<T>(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
    said: () => said,
    remove: async () => {
      const late = setTimeout(() => child?.kill('SIGKILL'), 15_000);
      await end('SIGTERM');
      clearTimeout(late);
      await clearLeftovers(cluster, silent);
      folder.remove();
    },
  };
};

/** Asks again with the same key, through broken connections and 503, until the door gives another answer. */
export const untilAnswered = async (ask: () => Promise<Reply>): Promise<Reply> => {
  const patience = performance.now() + 20_000;
  for (;;) {
    const reply = await ask().catch((error: unknown) => error as Error);
    if (!(reply instanceof Error) && reply.status !== 503) return reply;
    if (performance.now() > patience)
      throw new Error(`no answer within 20 s: ${reply instanceof Error ? reply.message : JSON.stringify(reply.body)}`);
    await sleep(50);
  }
};
