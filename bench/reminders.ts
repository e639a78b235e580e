import { database, openPool } from '../src/platform/database.ts';
import { remind } from '../src/modules/circulation/index.ts';
import { head, row } from './figures.ts';
import { migrate } from '../src/platform/migrate.ts';
import { migrationRooms } from '../src/house.ts';
import { throwawayStore } from '../test/store.ts';
import pg from 'pg';

// The scan for those to remind, as it runs each minute, among a million receipts that nobody has acknowledged: with nobody
// due, with some, and with a whole country due at once.
const open = 1_000_000;
const store = await throwawayStore({ durable: true });
await migrate(store.config('migrator'), migrationRooms);
const admin = new pg.Pool({ ...store.config('admin'), max: 2 });
const pool = openPool(store.config('worker'), 2);
const worker = database(pool);
const now = new Date();

await admin.query(`set session_replication_role = 'replica'`);
const live = (await admin.query(`select id from acting.realm where kind = 'live'`)).rows[0].id;
await admin.query(
  `insert into circulation.item (id, subject, realm, kind, title, marking, handling, sent)
   select gen_random_uuid(), gen_random_uuid(), $1, 'provision', 'x', 2, '{}', $2 from generate_series(1, 500)`,
  [live, now],
);
await admin.query(
  `insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, sent_at, due, remind_at, changed_at)
   select i.id, $1, 'provision', gen_random_uuid(), gen_random_uuid(), 1, gen_random_uuid(), $2, $2,
          $2::timestamptz + interval '1 day', $2::timestamptz + (n * interval '1 second') + interval '1 hour', $2
     from (select id, row_number() over () as r from circulation.item) i, generate_series(1, ${open / 500}) n`,
  [live, now],
);
// As many again that wait for a tier above to pass them on: they may not be read past each minute.
await admin.query(
  `insert into circulation.receipt (item, realm, kind, seat, body, tier, via, targeted_at, remind_at, changed_at)
   select i.id, $1, 'provision', gen_random_uuid(), gen_random_uuid(), 2, gen_random_uuid(), $2, $2::timestamptz - interval '1 day', $2
     from circulation.item i, generate_series(1, 200)`,
  [live, now],
);
await admin.query('vacuum analyze circulation.receipt');

const timed = async (after: number): Promise<[number, number]> => {
  const clock = { now: () => new Date(now.getTime() + after) };
  const began = performance.now();
  const n = await remind(worker, clock);
  return [n, performance.now() - began];
};

head(`Reminder scan among ${open.toLocaleString('en-US')} open receipts`, 'due', 'ms', 'ms a thousand');
for (const minutes of [1, 60.2, 61.2, 64.6]) {
  const [n, ms] = await timed(minutes * 60_000);
  row(String(n), ms, n === 0 ? 0 : (ms * 1000) / n);
}
await Promise.all([admin.end(), pool.end()]);
await store.destroy();
process.exit(0);
