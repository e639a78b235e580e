import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import pg from 'pg';
import { allReactions, allRoutes } from '../src/composition.ts';
import { establishSpaces } from '../src/modules/channels/index.ts';
import { installVault, openVault } from '../src/modules/parties/index.ts';
import { installProgramme, loadProgramme } from '../src/modules/programme/index.ts';
import { settableClock } from '../src/platform/clock.ts';
import { database, openPool, type Db } from '../src/platform/database.ts';
import { serveDoors } from '../src/platform/http/serve.ts';
import { catchUp } from '../src/platform/work/reactions.ts';
import type { StoreRole } from '../src/platform/store/store.ts';
import { freshDatabase } from './database.ts';
import { serving } from './serving.ts';
import type { Person } from './world/cast.ts';
import { populate } from './world/populate.ts';

export { cast, type Person } from './world/cast.ts';

/** A small world with the real walls: two sectors, their ministries, CEPTOARs and operators, the centre, an agency. */
export interface World {
  readonly db: Db;
  readonly worker: Db;
  readonly admin: pg.Pool;
  readonly app: Hono;
  readonly clock: ReturnType<typeof settableClock>;
  readonly people: ReadonlyMap<string, Person>;
  /** Calls a door as a persona (null: nobody). */
  call(
    who: string | null,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  /** Opens a drill for these seats, and gives its realm. */
  openDrill(seats: readonly string[]): Promise<string>;
  /** How to connect as a role, past the doors. */
  config(role: StoreRole): pg.PoolConfig;
  /** Runs every reaction until nothing is left. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  // What a door answers is judged by each test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

/** Builds the world in a database of its own. The clock stands at `at`. */
export const buildWorld = async (at = new Date('2026-11-23T03:00:00Z')): Promise<World> => {
  const programme = await loadProgramme(fileURLToPath(new URL('../programmes/jp-2014', import.meta.url)));
  installProgramme(programme);
  const fresh = await freshDatabase();
  const admin = new pg.Pool({ ...fresh.config('admin'), max: 2 });
  // A connection on its way out may still be told that its database is going away.
  admin.on('connect', (client) => client.on('error', () => undefined));
  const people = await populate(admin, programme);
  const [pool, workerPool] = [openPool(fresh.config('portal'), 6), openPool(fresh.config('worker'), 2)];
  const [db, worker] = [database(pool), database(workerPool)];
  await worker.transaction().execute((tx) => establishSpaces(tx, programme));
  await installVault(worker, openVault('a secret of the tests that is long enough'));
  const clock = settableClock(at);
  const app = new Hono();
  serveDoors(app, allRoutes, serving({ db, clock, onCommit: () => undefined }));
  const call: World['call'] = async (who, method, path, body, headers = {}) => {
    const response = await app.request(path, {
      method,
      headers: {
        ...(who === null ? {} : { authorization: `Bearer ${people.get(who)?.token ?? 'unknown-unknown-unknown'}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : JSON.parse(text), headers: response.headers };
  };
  return {
    db,
    worker,
    admin,
    app,
    clock,
    people,
    openDrill: async (seats) => {
      const realm = randomUUID();
      await admin.query(
        `insert into acting.realm (id, kind, name_ja, name_en, opened_at) values ($1, 'drill', '訓練', 'Drill', $2)`,
        [realm, clock.now()],
      );
      for (const who of seats)
        await admin.query(`insert into acting.realm_seat values ($1, $2)`, [realm, people.get(who)?.seat]);
      return realm;
    },
    config: fresh.config,
    call,
    settle: async () => {
      for (const reaction of allReactions({ mail: true })) while ((await catchUp(worker, clock, reaction)) > 0);
    },
    close: async () => {
      await Promise.all([pool.end(), workerPool.end(), admin.end()]);
      await fresh.drop();
    },
  };
};
