import pg from 'pg';
import { CannotStart, silent, type StoreLog } from './cannot-start.ts';
import { ADMIN, type Settings } from './embedded/cluster.ts';
import { openEmbedded } from './embedded/embedded.ts';
import { installParsers } from './parsers.ts';
import { raiseWalls } from './roles.ts';
import { derivedPasswords, type Login } from './secrets.ts';
import { addressOf, watchServed } from './served.ts';
import { stateBoard, type StoreState } from './state.ts';

/** Who may be asked for: the three logins of the house, and the administrator that only sets up. */
export type StoreRole = Login | 'admin';

/** The database, open. The web process asks for `portal` only. */
export interface Store {
  /** How to connect as a role; the size of the pool is the caller's. Another database of the same server on request. */
  config(role: StoreRole, database?: string): pg.PoolConfig;
  state(): StoreState;
  /** Calls the listener at each change of state; the returned function ends that. */
  onState(listener: (state: StoreState) => void): () => void;
  /** Process id of the embedded server; undefined for a server of one's own. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

/** What opening needs. With `databaseUrl` nothing is started here; without it a private server lives in `dataDir`. */
export interface StoreOptions {
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  readonly secret?: string | undefined;
  readonly log?: StoreLog;
  /** Folder for what the database user cannot reach elsewhere; `/var/lib/noroshi` unless given. Embedded only. */
  readonly common?: string;
  /** Server settings that differ from ours. Embedded only. */
  readonly settings?: Settings;
}

const DATABASE = 'noroshi';

/**
 * Opens the store: brings the server up or finds it, makes the roles, closes the walls. Throws `CannotStart` with words
 * for a person when that is not possible.
 */
export const openStore = async (options: StoreOptions): Promise<Store> => {
  installParsers();
  return options.databaseUrl === undefined || options.databaseUrl === ''
    ? embedded(options)
    : served(options, options.databaseUrl);
};

const embedded = async ({ dataDir, log = silent, common, settings }: StoreOptions): Promise<Store> => {
  const server = await openEmbedded({
    dataDir,
    log,
    ...(common === undefined ? {} : { common }),
    ...(settings === undefined ? {} : { settings }),
  });
  const config = (role: StoreRole, database = DATABASE): pg.PoolConfig => ({
    host: server.socketFolder,
    user: role === 'admin' ? ADMIN : role,
    password: server.passwords[role],
    database,
    application_name: `noroshi ${role}`,
  });
  try {
    await withClient(config('admin', 'postgres'), async (admin) => {
      const there = await admin.query('select from pg_database where datname = $1', [DATABASE]);
      if (there.rowCount !== 0) return;
      // Nobody has business in the server's own databases.
      await admin.query('revoke all on database postgres, template1 from public');
      await admin.query(`create database ${DATABASE}`);
    });
    await withClient(config('admin'), (admin) => raiseWalls(admin, server.passwords));
  } catch (error) {
    await server.stop();
    throw error;
  }
  const { board } = server;
  return { config, state: board.current, onState: board.on, pid: server.pid, stop: server.stop };
};

const served = async ({ secret, log = silent }: StoreOptions, databaseUrl: string): Promise<Store> => {
  const address = addressOf(databaseUrl);
  const passwords = derivedPasswords(secret);
  const config = (role: StoreRole, database = address.database): pg.PoolConfig => ({
    host: address.host,
    port: address.port,
    ...(address.ssl === undefined ? {} : { ssl: address.ssl }),
    user: role === 'admin' ? address.admin.user : role,
    password: role === 'admin' ? address.admin.password : passwords[role],
    database,
    application_name: `noroshi ${role}`,
  });
  await withClient(config('admin'), (admin) => raiseWalls(admin, passwords));
  const board = stateBoard();
  const watcher = watchServed(config('portal'), board, log);
  board.set('up');
  return { config, state: board.current, onState: board.on, pid: () => undefined, stop: watcher.stop };
};

const withClient = async (config: pg.ClientConfig, work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const client = new pg.Client(config);
  try {
    await client.connect();
  } catch (cause) {
    throw new CannotStart(
      `The database at ${config.host} does not let ${config.user} in: ${(cause as Error).message}`,
      { cause },
    );
  }
  try {
    await work(client);
  } finally {
    await client.end();
  }
};
