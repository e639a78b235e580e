import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import pg from 'pg';
import { allRoutes, serverWords } from '../src/composition.ts';
import { migrationRooms } from '../src/house.ts';
import { installProgramme, loadProgramme, powersOf } from '../src/modules/programme/index.ts';
import { systemClock } from '../src/platform/clock.ts';
import { database, openPool } from '../src/platform/database.ts';
import { serveDoors, type Serving } from '../src/platform/http/serve.ts';
import { openLog } from '../src/platform/log.ts';
import { openMetrics } from '../src/platform/metrics.ts';
import { migrate } from '../src/platform/migrate.ts';
import { throwawayStore } from '../test/store.ts';

/** One sector with its ministry, its CEPTOAR and as many operators as asked; each seat has one person with one key. */
export interface BigWorld {
  readonly app: Hono;
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

/** The key of the nth operator, and of the others by name. */
export const keyOf = (who: number | 'duty' | 'chief'): string => `bench-key-of-somebody-${who}`;

/** The same in SQL, for `who` as a text expression. */
const tokenSql = (who: string): string => `sha256(convert_to('bench-key-of-somebody-' || ${who}, 'UTF8'))`;

/** Builds the world on a cluster of its own that syncs every commit, with the pool that production uses. */
export const bigWorld = async (operators: number, pool = 4): Promise<BigWorld> => {
  const programme = await loadProgramme(fileURLToPath(new URL('../programmes/jp-2014', import.meta.url)));
  installProgramme(programme);
  const store = await throwawayStore({ durable: true });
  await migrate(store.config('migrator'), migrationRooms);
  const admin = new pg.Pool({ ...store.config('admin'), max: 8 });
  await populate(admin, operators, (capacity, role) => [...powersOf(programme, capacity, role)]);
  const portal = openPool(store.config('portal'), pool);
  const app = new Hono();
  const serving: Serving = {
    doorway: { db: database(portal), clock: systemClock, onCommit: () => undefined },
    publicOrigin: 'http://127.0.0.1',
    words: serverWords,
    log: openLog('error'),
    metrics: openMetrics(),
    ready: () => true,
  };
  serveDoors(app, allRoutes, serving);
  return {
    app,
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
      await Promise.all([portal.end(), admin.end()]);
      await store.destroy();
    },
  };
};

const populate = async (
  admin: pg.Pool,
  operators: number,
  powers: (capacity: string, role: string) => string[],
): Promise<void> => {
  const offices = [
    ['cabinet-secretariat', 'duty'],
    ['cabinet-secretariat', 'chief'],
    ['sector-ministry', 'officer'],
    ['ceptoar', 'officer'],
    ['operator', 'officer'],
  ] as const;
  for (const [capacity, role] of offices)
    for (const power of powers(capacity, role))
      await admin.query('insert into acting.power values ($1, $2, $3)', [capacity, role, power]);
  await admin.query(`
    insert into parties.sector values ('electricity', '電力', 'Electricity', 1, 5);
    create temporary table b as
      select gen_random_uuid() as body, gen_random_uuid() as seat, gen_random_uuid() as person, n, capacity, role, who from (
        select 0 as n, 'cabinet-secretariat' as capacity, 'duty' as role, 'duty' as who union all
        select 0, 'sector-ministry', 'officer', 'ministry' union all select 0, 'ceptoar', 'officer', 'ceptoar' union all
        select n, 'operator', 'officer', n::text from generate_series(1, ${operators}) n) x;
    insert into parties.body (id, kind, name_ja, name_en, open, fictitious, valid_from)
      select body, 'body', '架空' || who, 'Fictitious ' || who, capacity <> 'operator', true, '2014-01-01' from b;
    insert into parties.seat select seat, body, capacity, '2014-01-01', null from b;
    insert into parties.person (id, name_ja, name_en, email, created_at) select person, '架空', 'Fictitious', who || '@example.test', now() from b;
    insert into acting.epoch (person) select person from b;
    insert into acting.holder select seat, person, body, capacity, role, '2014-01-01', null from b;
    insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) select ${tokenSql('who')}, 'key', person, seat, 1, now(), '2100-01-01' from b;
    insert into parties.circle (key, kind, sector, name_ja, name_en, secretariat, valid_from)
      select 'ceptoar.power', 'ceptoar', 'electricity', '電力CEPTOAR', 'Power CEPTOAR', seat, '2014-01-01' from b where capacity = 'ceptoar';
    insert into parties.membership select c.id, b.body, '2014-01-01', null from b, parties.circle c where b.capacity = 'operator';
    insert into parties.body_sector select body, 'electricity', '2014-01-01', null from b where capacity in ('operator', 'ceptoar');
    insert into parties.supervision select b.body, m.seat, 'electricity', null, '2014-01-01', null from b, b m where m.capacity = 'sector-ministry' and b.capacity in ('operator', 'ceptoar');
    insert into parties.supervision select b.body, m.seat, 'electricity', c.id, '2014-01-01', null from b, b m, parties.circle c where m.capacity = 'ceptoar' and b.capacity = 'operator';
    insert into parties.person (id, name_ja, name_en, email, created_at) values ('00000000-0000-4000-8000-00000000c41e', '架空', 'Fictitious', 'chief@example.test', now());
    insert into acting.epoch (person) values ('00000000-0000-4000-8000-00000000c41e');
    insert into acting.holder select seat, '00000000-0000-4000-8000-00000000c41e', body, capacity, 'chief', '2014-01-01', null from b where capacity = 'cabinet-secretariat';
    insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until)
      select ${tokenSql(`'chief'`)}, 'key', '00000000-0000-4000-8000-00000000c41e', seat, 1, now(), '2100-01-01' from b where capacity = 'cabinet-secretariat';
  `);
  await admin.query('analyze');
};

/** Drafts, has approved and gives the id of a provision to the whole circle, ready to be sent. */
export const readyToSend = async (world: BigWorld): Promise<string> => {
  const draft = await world.call(keyOf('duty'), 'POST', '/api/provisions', {
    title: '点検のお願い',
    body: '通信の記録を確かめてください。',
    kind: 'warning',
    tempo: 'direct',
    handling: { scheme: 'tlp', version: '2.0', value: 'AMBER' },
    audience: { circles: ['ceptoar.power'], bodies: [] },
  });
  const id = draft.body['id'] as string;
  if (draft.status !== 201) throw new Error(JSON.stringify(draft.body));
  const approved = await world.call(keyOf('chief'), 'POST', `/api/provisions/${id}/approval`);
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
  return id;
};
