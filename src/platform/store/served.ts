import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart, type StoreLog } from './cannot-start.ts';
import type { StateBoard } from './state.ts';

/** How to reach a server that somebody else runs, without a user. */
export interface ServedAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly ssl: pg.ClientConfig['ssl'];
  readonly admin: { readonly user: string; readonly password: string };
}

/** Reads an administrator's URL as the driver itself reads it, sslmode and all. */
export const addressOf = (databaseUrl: string): ServedAddress => {
  try {
    const { host, port, database = 'noroshi', ssl, user, password } = new pg.Client({ connectionString: databaseUrl });
    if (!/^postgres(?:ql)?:\/\//u.test(databaseUrl) || user === undefined) throw new Error('not a URL of a server');
    // The driver hides the password from printing, which also hides it from copying by spread.
    return { host, port, database, ssl, admin: { user, password: password ?? '' } };
  } catch (cause) {
    throw new CannotStart(
      'DATABASE_URL is not a PostgreSQL URL, like postgres://administrator:password@host:5432/noroshi',
      { cause },
    );
  }
};

const BETWEEN_LOOKS = 2_000;
const PATIENCE = 5_000;

/** Keeps one connection to the server and looks every two seconds whether it answers; the board says what was seen. */
export const watchServed = (config: pg.ClientConfig, board: StateBoard, log: StoreLog): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const look = async (): Promise<void> => {
    const client = new pg.Client({ ...config, connectionTimeoutMillis: PATIENCE, query_timeout: PATIENCE });
    const lost = new Promise<never>((_, reject) => client.on('error', reject));
    lost.catch(() => {});
    try {
      await client.connect();
      for (;;) {
        await client.query('select 1');
        if (board.current().status !== 'up') log.info({}, 'the database answers');
        board.set('up');
        await Promise.race([lost, sleep(BETWEEN_LOOKS, undefined, { signal: stopping.signal })]);
      }
    } finally {
      await client.end().catch(() => {});
    }
  };
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => {
        if (stopping.signal.aborted) return;
        if (board.current().status !== 'down')
          log.error({ why: (error as Error).message }, 'the database does not answer');
        board.set('down');
      });
      await sleep(500, undefined, { signal: stopping.signal }).catch(() => {});
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await watching;
      board.set('down');
    },
  };
};
