import { Kysely, PostgresDialect, type Transaction as KyselyTransaction } from 'kysely';
import pg from 'pg';
import type { Database } from '../../generated/database.ts';

/** One transaction on the one database. */
export type Transaction = KyselyTransaction<Database>;
export type Db = Kysely<Database>;

/** A pool of connections of one role. `max` two per core for requests; see docs/performance.md. */
export const openPool = (config: pg.PoolConfig, max: number): pg.Pool => {
  const pool = new pg.Pool({ ...config, max, idleTimeoutMillis: 60_000, connectionTimeoutMillis: 5_000 });
  pool.on('connect', nameStatements);
  // So is one that dies at work: its query fails, and nobody else needs to hear. Unheard, it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  // A connection that dies while idle is replaced by the pool; whoever needs one next hears of it.
  pool.on('error', () => undefined);
  return pool;
};

/** Kysely over a pool; the pool stays the caller's to end. */
export const database = (pool: pg.Pool): Db => new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });

const mostNames = 500;
const longestNamed = 6_000;

/**
 * Lets the server keep the plan of each statement that a connection sends again: row security makes planning the dearer
 * half of a short query. Nothing of a seat is in a plan, for who acts is asked when it runs. Texts are ours and few;
 * past a limit, and for long ones, statements go unnamed.
 */
const nameStatements = (client: pg.PoolClient): void => {
  const names = new Map<string, string>();
  const plain = client.query.bind(client) as (...args: unknown[]) => unknown;
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0 || text.length > longestNamed)
      return plain(text, values, ...rest);
    let name = names.get(text);
    if (name === undefined) {
      if (names.size >= mostNames) return plain(text, values, ...rest);
      name = `s${names.size}`;
      names.set(text, name);
    }
    return plain({ name, text, values }, ...rest);
  };
  client.query = named as typeof client.query;
};
