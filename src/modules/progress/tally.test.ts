import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts';
import { type Acting, asSignedIn, type Doorway, tokenHash, type Visit } from '../../platform/acting.ts';
import { database, openPool } from '../../platform/database.ts';
import { loadProgramme } from '../programme/index.ts';
import type { PlanView } from './contract.ts';
import { measures } from './queries.ts';

const now = new Date('2026-11-23T03:12:00+09:00');
const programme = await loadProgramme(new URL('../../../programmes/jp-2014', import.meta.url).pathname);
const people = {
  'cs.duty': { body: 'cs', capacity: 'cabinet-secretariat', role: 'duty' },
  'ministry.meti': { body: 'meti', capacity: 'sector-ministry', role: 'officer' },
  'security.meti': { body: 'meti', capacity: 'security-ministry', role: 'officer' },
  'operator.power-a': { body: 'power-a', capacity: 'operator', role: 'officer' },
  'operator.power-b': { body: 'power-b', capacity: 'operator', role: 'officer' },
} as const;
type Persona = keyof typeof people;

let fresh: FreshDatabase;
let admin: pg.Client;
let pool: pg.Pool;
let door: Doorway;
let live = '';
const drill = randomUUID();
const bodies = new Map<string, string>();
const seats = new Map<string, string>();
const persons = new Map<string, string>();

beforeAll(async () => {
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
});

afterAll(async () => {
  await pool.end();
  await admin.end();
  await fresh.drop();
});

const idIn = (map: Map<string, string>, key: string): string => {
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
const item = async (
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

const happened = async (
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
const as = <T>(who: Persona, act: (acting: Acting) => Promise<T>, realm: string | null = null): Promise<T> =>
  asSignedIn(door, visit, `secret-of-${who}`, realm, act);
const plan = (
  who: Persona,
  query: { year?: number; evidence?: 'some' | 'none' } = {},
  realm: string | null = null,
): Promise<PlanView> => as(who, (acting) => measures(acting, programme, query), realm);
const count = (it: PlanView, label: string, fact: string): number | undefined =>
  it.items.find((leaf) => leaf.label === label)?.evidence.find((one) => one.fact === fact)?.count;

const everyFact = [
  'report.submitted',
  'report.version-added',
  'report.returned',
  'report.answered',
  'report.relayed',
  'receipt.opened',
  'receipt.acknowledged',
];

describe('while a report waits with its ministry', () => {
  let report = '';
  beforeAll(async () => {
    report = await item('report', ['operator.power-a', 'ministry.meti']);
    await happened('operator.power-a', 'report.submitted', report, { openTo: 'reached' });
    await happened('ministry.meti', 'receipt.acknowledged', report);
    await happened('ministry.meti', 'report.returned', report, { openTo: 'reached' });
  });

  test('the centre counts nothing of it, whatever facts it asks for', async () => {
    expect(await as('cs.duty', (acting) => tallied(acting, everyFact))).toEqual([]);
    expect((await plan('cs.duty')).totals.evidence).toBe(0);
  });
  test('its ministry counts what it did itself, its operator what is open to it', async () => {
    expect(count(await plan('ministry.meti'), 'エ-c', 'report.returned')).toBe(1);
    expect(count(await plan('ministry.meti'), 'ウ-b', 'receipt.acknowledged')).toBe(1);
    expect(count(await plan('operator.power-a'), 'ウ-b', 'receipt.acknowledged')).toBe(0);
  });
  test('the other seat of the same person and another operator count nothing', async () => {
    for (const who of ['security.meti', 'operator.power-b'] as const) expect((await plan(who)).totals.evidence).toBe(0);
  });
  test('once relayed it is counted at the centre, but not who acknowledged it on its way up', async () => {
    await admin.query(`insert into circulation.reach values ($1, $2, $3, 'report', $4)`, [
      report,
      idIn(seats, 'cs.duty'),
      live,
      now,
    ]);
    await happened('ministry.meti', 'report.relayed', report, { openTo: 'reached' });
    const seen = await plan('cs.duty');
    expect(count(seen, 'エ-c', 'report.relayed')).toBe(1);
    expect(count(seen, 'エ-a', 'report.relayed')).toBe(1);
    expect(count(seen, 'ウ-b', 'receipt.acknowledged')).toBe(0);
    expect(seen.totals.evidence).toBe(1);
    expect(await as('cs.duty', (acting) => tallied(acting, everyFact))).toEqual([
      { fact: 'report.relayed', month: '2026-11-01', n: 1 },
    ]);
  });
  test('what was relayed, but not to the reading seat, is not counted', async () => {
    const elsewhere = await item('report', ['operator.power-b', 'ministry.meti', 'security.meti']);
    await happened('ministry.meti', 'report.relayed', elsewhere);
    expect(count(await plan('cs.duty'), 'エ-c', 'report.relayed')).toBe(1);
  });
  test('a later version that still waits with the ministry adds nothing at the centre', async () => {
    const { subject } = (await admin.query('select subject from circulation.item where id = $1', [report])).rows[0];
    const second = await item('report', ['operator.power-a', 'ministry.meti'], live, subject);
    await happened('operator.power-a', 'report.version-added', second);
    await happened('ministry.meti', 'receipt.acknowledged', second);
    expect((await plan('cs.duty')).totals.evidence).toBe(1);
  });
});

describe('a provision that went down', () => {
  beforeAll(async () => {
    const provision = await item('provision', ['cs.duty', 'ministry.meti', 'operator.power-a', 'operator.power-b']);
    await happened('cs.duty', 'provision.dispatched', provision, { openTo: 'reached' });
    await happened('cs.duty', 'provision.dispatched', provision, {
      openTo: 'reached',
      at: new Date('2026-03-31T23:59:59+09:00'),
    });
    await happened('operator.power-a', 'receipt.acknowledged', provision, {
      at: new Date('2026-10-31T23:59:59+09:00'),
    });
    await happened('operator.power-b', 'receipt.acknowledged', provision, {
      at: new Date('2026-11-01T00:00:00+09:00'),
    });
  });

  test('is counted with all its acknowledgements at the centre, by month in Japan', async () => {
    const { scope, months, items } = await plan('cs.duty');
    expect(scope).toBe('programme');
    const acknowledged = items
      .find((it) => it.label === 'ウ-b')
      ?.evidence.find((it) => it.fact === 'receipt.acknowledged');
    expect(acknowledged?.count).toBe(2);
    expect(acknowledged?.months.slice(months.indexOf('2026-10'))).toEqual([1, 1]);
  });
  test('an operator counts that it came and its own acknowledgement, never another’s', async () => {
    const seen = await plan('operator.power-a');
    expect(seen.scope).toBe('own');
    expect(count(seen, 'ウ-b', 'provision.dispatched')).toBe(1);
    expect(count(seen, 'ウ-b', 'receipt.acknowledged')).toBe(1);
  });
  test('a ministry learns nothing of who acknowledged below it', async () => {
    expect(count(await plan('ministry.meti', { year: 2026 }), 'ウ-b', 'provision.dispatched')).toBe(1);
    const { rows } = await admin.query(`select count(*) as n from journal.entry where fact = 'receipt.acknowledged'`);
    expect(Number(rows[0].n)).toBeGreaterThan(count(await plan('ministry.meti'), 'ウ-b', 'receipt.acknowledged') ?? 0);
  });
  test('belongs to the fiscal year that holds its moment', async () => {
    expect(count(await plan('cs.duty', { year: 2025 }), 'ウ-b', 'provision.dispatched')).toBe(1);
  });
});

describe('the walls of the count', () => {
  test('the function gives no rows to a seat without the power, and none to nobody', async () => {
    for (const who of ['ministry.meti', 'operator.power-a'] as const) {
      expect(await as(who, (acting) => tallied(acting, ['provision.dispatched', 'receipt.acknowledged']))).toEqual([]);
    }
    const { rows } = await pool.query(
      `select * from progress.tally(array['provision.dispatched'], '2026-04-01', '2027-04-01')`,
    );
    expect(rows).toEqual([]);
  });
  test('a drill counts nothing, neither in the live figures nor in its own', async () => {
    const before = (await plan('cs.duty')).totals.evidence;
    const message = await item('provision', ['cs.duty', 'operator.power-a'], drill);
    await happened('cs.duty', 'provision.dispatched', message, { realm: drill, openTo: 'reached' });
    await happened('operator.power-a', 'receipt.acknowledged', message, { realm: drill });
    expect((await plan('cs.duty')).totals.evidence).toBe(before);
    expect((await plan('cs.duty', {}, drill)).totals.evidence).toBe(0);
    expect((await plan('operator.power-a', {}, drill)).totals.evidence).toBe(0);
  });
  test('what concerns no circulated thing is counted as it happened', async () => {
    await happened('ministry.meti', 'contact.verified', randomUUID());
    expect(count(await plan('cs.duty'), 'エ-b', 'contact.verified')).toBe(1);
    expect(count(await plan('operator.power-a'), 'エ-b', 'contact.verified')).toBe(0);
  });
});

describe('the plan as it is answered', () => {
  test('has 31 items and 91 leaves, each group its own, whatever is asked for', async () => {
    const some = await plan('cs.duty', { evidence: 'some' });
    expect([some.totals.items, some.totals.leaves, some.parents.length]).toEqual([31, 91, 31]);
    expect(some.groups.map((it) => it.leaves)).toEqual([11, 21, 15, 7, 13, 24]);
    const none = await plan('cs.duty', { evidence: 'none' });
    expect(some.items.length + none.items.length).toBe(91);
    expect(some.items.length).toBe(some.totals.withEvidence);
  });
  test('leaves out at the centre the facts that its scope cannot know, rather than showing a false nought', async () => {
    expect(count(await plan('cs.duty'), 'エ-c', 'report.returned')).toBeUndefined();
    expect(count(await plan('operator.power-b'), 'エ-c', 'report.returned')).toBe(0);
  });
  test('names every owner', async () => {
    const { owners, items } = await plan('cs.duty');
    const named = new Set(owners.map((it) => it.key));
    for (const leaf of items) for (const key of [...leaf.owners, ...leaf.through]) expect(named).toContain(key);
    expect(owners.every((it) => it.title.ja !== it.key)).toBe(true);
  });
});

const tallied = async (acting: Acting, facts: string[]): Promise<unknown[]> =>
  (await sql`select * from progress.tally(${facts}::text[], '2026-04-01', '2027-04-01')`.execute(acting.db)).rows;
