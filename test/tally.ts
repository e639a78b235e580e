import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { type Acting, asSignedIn, type Doorway, tokenHash, type Visit } from '../src/platform/acting.ts';
import { database, openPool } from '../src/platform/database.ts';
import type { PlanView } from '../src/modules/progress/contract.ts';
import { measures } from '../src/modules/progress/queries.ts';
import { loadProgramme } from '../src/modules/programme/index.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';

export const now = new Date('2026-11-23T03:12:00+09:00');
const programme = await loadProgramme(new URL('../programmes/jp-2014', import.meta.url).pathname);
export const people = {
  'cs.duty': { body: 'cs', capacity: 'cabinet-secretariat', role: 'duty' },
  'ministry.meti': { body: 'meti', capacity: 'sector-ministry', role: 'officer' },
  'security.meti': { body: 'meti', capacity: 'security-ministry', role: 'officer' },
  'operator.power-a': { body: 'power-a', capacity: 'operator', role: 'officer' },
  'operator.power-b': { body: 'power-b', capacity: 'operator', role: 'officer' },
} as const;
export type Persona = keyof typeof people;

let fresh: FreshDatabase;
export let admin: pg.Client;
export let pool: pg.Pool;
let door: Doorway;
export let live = '';
export const drill = randomUUID();
const bodies = new Map<string, string>();
export const seats = new Map<string, string>();
const persons = new Map<string, string>();

/** Opens a house of its own with these seats; the returned function takes it away. */
export const openTally = async (): Promise<() => Promise<void>> => {
  fresh = await freshDatabase();
  admin = new pg.Client(fresh.config('admin'));
  await admin.connect();
  await admin.query('set session_replication_role = replica');
  pool = openPool(fresh.config('portal'), 2);
  door = { db: database(pool), clock: { now: () => now }, onCommit: () => undefined };
  live = (await admin.query(`select id from acting.realm where kind = 'live'`)).rows[0].id;
  await admin.query(
    `insert into acting.realm (id, kind, name_ja, name_en, opened_at) values ($1, 'drill', '訓練', 'Drill', $2)`,
    [drill, now],
  );
  await admin.query(`insert into acting.power values ('cabinet-secretariat', 'duty', 'read-figures')`);
  for (const [name, it] of Object.entries(people)) await seat(name, it);
  return async () => {
    await pool.end();
    await admin.end();
    await fresh.drop();
  };
};

/** The id under a key, made when it is first asked for. */
export const idIn = (map: Map<string, string>, key: string): string => {
  if (!map.has(key)) map.set(key, randomUUID());
  return map.get(key) as string;
};

const seat = async (
  name: string,
  { body, capacity, role }: { body: string; capacity: string; role: string },
): Promise<void> => {
  const [s, p, b] = [idIn(seats, name), idIn(persons, name), idIn(bodies, body)];
  await admin.query(`insert into acting.holder values ($1, $2, $3, $4, $5, '2020-01-01')`, [s, p, b, capacity, role]);
  await admin.query(`insert into acting.epoch (person) values ($1)`, [p]);
  await admin.query(`insert into acting.realm_seat values ($1, $2)`, [drill, s]);
  await admin.query(
    `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) values ($1, 'session', $2, $3, 1, $4, '2030-01-01')`,
    [tokenHash(`secret-of-${name}`), p, s, now],
  );
};

/** Something circulated, and whom it has reached; the first one wrote it. */
export const item = async (
  kind: 'report' | 'provision',
  reached: readonly Persona[],
  realm = live,
  subject = randomUUID(),
): Promise<string> => {
  const id = randomUUID();
  await admin.query(
    `insert into circulation.item (id, subject, realm, kind, title, marking, handling, sent) values ($1, $2, $3, $4, 'x', 2, '{}', $5)`,
    [id, subject, realm, kind, now],
  );
  for (const [i, name] of reached.entries()) {
    await admin.query(`insert into circulation.reach values ($1, $2, $3, $4, $5, $6)`, [
      id,
      idIn(seats, name),
      realm,
      kind,
      now,
      i === 0,
    ]);
  }
  return id;
};

export const happened = async (
  who: Persona,
  fact: string,
  subject: string,
  { at = now, realm = live, openTo = 'actor' } = {},
): Promise<void> => {
  const id = randomUUID();
  await admin.query(
    `insert into journal.entry (id, at, realm, fact, subject, open_to) values ($1, $2, $3, $4, $5, $6)`,
    [id, at, realm, fact, subject, openTo],
  );
  await admin.query(`insert into journal.actor values ($1, $2, $3)`, [id, idIn(seats, who), idIn(persons, who)]);
};

const visit = { locale: 'ja' } as Visit;
export const as = <T>(who: Persona, act: (acting: Acting) => Promise<T>, realm: string | null = null): Promise<T> =>
  asSignedIn(door, visit, `secret-of-${who}`, realm, act);
export const plan = (
  who: Persona,
  query: { year?: number; evidence?: 'some' | 'none' } = {},
  realm: string | null = null,
): Promise<PlanView> => as(who, (acting) => measures(acting, programme, query), realm);
export const count = (it: PlanView, label: string, fact: string): number | undefined =>
  it.items.find((leaf) => leaf.label === label)?.evidence.find((one) => one.fact === fact)?.count;

/** What the centre’s function counts of these facts in the fiscal year. */
export const tallied = async (acting: Acting, facts: string[]): Promise<unknown[]> =>
  (await sql`select * from progress.tally(${facts}::text[], '2026-04-01', '2027-04-01')`.execute(acting.db)).rows;
