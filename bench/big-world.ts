import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import pg from 'pg';
import { buildApp } from '../src/composition.ts';
import { migrationRooms } from '../src/house.ts';
import { installProgramme, loadProgramme, powersOf } from '../src/modules/programme/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { database, openPool, type Db } from '../src/platform/database.ts';
import { openLog } from '../src/platform/log.ts';
import { migrate } from '../src/platform/migrate.ts';
import { offices as founded, people, readyToSend as ready } from '../test/one-sector.ts';
import { serving } from '../test/serving.ts';
import { throwawayStore } from '../test/store.ts';

export { keyOf } from '../test/one-sector.ts';

/** One sector with its ministry, its CEPTOAR and as many operators as asked; each seat has one person with one key. */
export interface BigWorld {
  readonly app: Hono;
  /** As requests have it, before anybody acts. */
  readonly db: Db;
  readonly admin: pg.Pool;
  readonly operators: number;
  call(
    key: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  close(): Promise<void>;
}

/** Builds the world on a cluster of its own that syncs every commit, with the pool that production uses. */
export const bigWorld = async (operators: number, pool = 4): Promise<BigWorld> => {
  const programme = await loadProgramme(fileURLToPath(new URL('../programmes/jp-2014', import.meta.url)));
  installProgramme(programme);
  const store = await throwawayStore({ durable: true });
  await migrate(store.config('migrator'), migrationRooms);
  const admin = new pg.Pool({ ...store.config('admin'), max: 8 });
  admin.on('error', () => undefined);
  await populate(admin, operators, (capacity, role) => [...powersOf(programme, capacity, role)]);
  const portal = openPool(store.config('portal'), pool);
  const doorway = { db: database(portal), clock: systemClock, onCommit: () => house.wake() };
  const face = serving(doorway, { log: openLog('error') });
  const up = { database: true, jobs: true, mail: true };
  const house = buildApp(face, { ready: async () => up, metrics: face.metrics, metricsToken: undefined });
  const { app } = house;
  return {
    app,
    db: doorway.db,
    admin,
    operators,
    call: async (key, method, path, body) => {
      const response = await app.request(path, {
        method,
        headers: {
          authorization: `Bearer ${key}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    close: async () => {
      house.close();
      await Promise.all([portal.end(), admin.end()]);
      await store.destroy();
    },
  };
};

const offices = [
  ['cabinet-secretariat', 'duty'],
  ['cabinet-secretariat', 'chief'],
  ['sector-ministry', 'officer'],
  ['ceptoar', 'officer'],
  ['operator', 'officer'],
] as const;

const populate = async (
  admin: pg.Pool,
  operators: number,
  powers: (capacity: string, role: string) => string[],
): Promise<void> => {
  for (const [capacity, role] of offices)
    for (const power of powers(capacity, role))
      await admin.query('insert into acting.power values ($1, $2, $3)', [capacity, role, power]);
  await admin.query(founded + people(operators));
  await admin.query('analyze');
};

/** Drafts, has approved and gives the id of a provision to the whole circle, ready to be sent. */
export const readyToSend = (world: BigWorld): Promise<string> => ready(world.call);
