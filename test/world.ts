import { createHash, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import pg from 'pg';
import { allReactions, allRoutes, serverWords } from '../src/composition.ts';
import { installVault, openVault } from '../src/modules/parties/index.ts';
import { installProgramme, loadProgramme, powersOf } from '../src/modules/programme/index.ts';
import { settableClock } from '../src/platform/clock.ts';
import { database, openPool, type Db } from '../src/platform/database.ts';
import { serveDoors, type Serving } from '../src/platform/http/serve.ts';
import { openMetrics } from '../src/platform/metrics.ts';
import { catchUp } from '../src/platform/work/reactions.ts';
import type { StoreRole } from '../src/platform/store/store.ts';
import { freshDatabase } from './database.ts';

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
  /** How to connect as a role, past the doors. */
  config(role: StoreRole): pg.PoolConfig;
  /** Runs every reaction until nothing is left. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface Person {
  readonly name: string;
  readonly body: string;
  readonly seat: string;
  readonly person: string;
  readonly token: string;
  readonly capacity: string;
  readonly sector: string | null;
}

export interface Reply {
  readonly status: number;
  // What a door answers is judged by each test.
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly body: any;
  readonly headers: Headers;
}

interface Cast {
  name: string;
  body: string;
  capacity: string;
  role: string;
  sector?: string;
  person?: string;
}

/** Who is in it; bodies and persons are shared where their keys are the same. */
export const cast: readonly Cast[] = [
  { name: 'cs.duty', body: 'cs', capacity: 'cabinet-secretariat', role: 'duty' },
  { name: 'cs.chief', body: 'cs', capacity: 'cabinet-secretariat', role: 'chief' },
  { name: 'cs.planner', body: 'cs', capacity: 'planning', role: 'planner' },
  {
    name: 'ministry.meti',
    body: 'meti',
    capacity: 'sector-ministry',
    role: 'officer',
    sector: 'electricity',
    person: 'odagiri',
  },
  { name: 'security.meti', body: 'meti', capacity: 'security-ministry', role: 'officer', person: 'odagiri' },
  { name: 'ministry.mhlw', body: 'mhlw', capacity: 'sector-ministry', role: 'officer', sector: 'water' },
  { name: 'ceptoar.power', body: 'ceptoar.power', capacity: 'ceptoar', role: 'officer', sector: 'electricity' },
  { name: 'ceptoar.water', body: 'ceptoar.water', capacity: 'ceptoar', role: 'officer', sector: 'water' },
  ...['a', 'b', 'c', 'd', 'e', 'f'].map((x) => ({
    name: `operator.power-${x}`,
    body: `power-${x}`,
    capacity: 'operator',
    role: 'officer',
    sector: 'electricity',
  })),
  ...['a', 'b', 'c'].map((x) => ({
    name: `operator.water-${x}`,
    body: `water-${x}`,
    capacity: 'operator',
    role: 'officer',
    sector: 'water',
  })),
  { name: 'agency.ipa', body: 'ipa', capacity: 'agency', role: 'officer' },
  { name: 'admin.system', body: 'office', capacity: 'system-admin', role: 'admin' },
];

const open = new Set(['cs', 'meti', 'mhlw', 'ceptoar.power', 'ceptoar.water', 'ipa', 'office']);
const kinds: Readonly<Record<string, string>> = { operator: 'operator', ceptoar: 'ceptoar', agency: 'agency' };

/** Builds the world in a database of its own. The clock stands at `at`. */
export const buildWorld = async (at = new Date('2026-11-23T03:00:00Z')): Promise<World> => {
  const programme = await loadProgramme(fileURLToPath(new URL('../programmes/jp-2014', import.meta.url)));
  installProgramme(programme);
  const fresh = await freshDatabase();
  const admin = new pg.Pool({ ...fresh.config('admin'), max: 2 });
  const people = await populate(admin, programme);
  const [pool, workerPool] = [openPool(fresh.config('portal'), 6), openPool(fresh.config('worker'), 2)];
  const [db, worker] = [database(pool), database(workerPool)];
  await installVault(worker, openVault('a secret of the tests that is long enough'));
  const clock = settableClock(at);
  const app = new Hono();
  const serving: Serving = {
    doorway: { db, clock, onCommit: () => undefined },
    publicOrigin: 'http://127.0.0.1',
    words: serverWords,
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (o: unknown) => void process.stderr.write(`${JSON.stringify(o)}\n`),
      debug: () => undefined,
    } as Serving['log'],
    metrics: openMetrics(),
    ready: () => true,
  };
  serveDoors(app, allRoutes, serving);
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
    config: fresh.config,
    call,
    settle: async () => {
      for (const reaction of allReactions(null)) while ((await catchUp(worker, clock, reaction)) > 0);
    },
    close: async () => {
      await Promise.all([pool.end(), workerPool.end(), admin.end()]);
      await fresh.drop();
    },
  };
};

const populate = async (admin: pg.Pool, programme: Parameters<typeof powersOf>[0]): Promise<Map<string, Person>> => {
  const sectors = [...new Set(cast.flatMap((c) => c.sector ?? []))];
  for (const [i, s] of sectors.entries())
    await admin.query(`insert into parties.sector values ($1, $1, $1, $2, 5)`, [s, i]);
  const [bodies, seats, persons] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  const people = new Map<string, Person>();
  for (const c of cast) {
    if (!bodies.has(c.body)) {
      const id = randomUUID();
      bodies.set(c.body, id);
      const name = c.capacity === 'operator' ? `架空${c.body}株式会社` : c.body;
      await admin.query(
        `insert into parties.body (id, key, kind, name_ja, name_en, kana, domains, open, fictitious, valid_from) values ($1, $2, $3, $4, $5, $4, $6, $7, true, '2014-01-01')`,
        [
          id,
          c.body,
          kinds[c.capacity] ?? 'ministry',
          name,
          `Fictitious ${c.body}`,
          c.capacity === 'operator' ? [`${c.body}.example`] : [],
          open.has(c.body),
        ],
      );
    }
    const body = bodies.get(c.body) as string;
    const seatKey = `${c.body} ${c.capacity}`;
    if (!seats.has(seatKey)) {
      const id = randomUUID();
      seats.set(seatKey, id);
      await admin.query(`insert into parties.seat (id, body, capacity, valid_from) values ($1, $2, $3, '2014-01-01')`, [
        id,
        body,
        c.capacity,
      ]);
      for (const power of powersOf(programme, c.capacity, c.role))
        await admin.query(`insert into acting.power values ($1, $2, $3) on conflict do nothing`, [
          c.capacity,
          c.role,
          power,
        ]);
    }
    for (const power of powersOf(programme, c.capacity, c.role))
      await admin.query(`insert into acting.power values ($1, $2, $3) on conflict do nothing`, [
        c.capacity,
        c.role,
        power,
      ]);
    const seat = seats.get(seatKey) as string;
    const personKey = c.person ?? c.name;
    if (!persons.has(personKey)) {
      const id = randomUUID();
      persons.set(personKey, id);
      await admin.query(
        `insert into parties.person (id, name_ja, name_en, email, created_at) values ($1, $2, $2, $3, now())`,
        [id, `人物${personKey}`, `${personKey}@example.test`],
      );
      await admin.query(`insert into acting.epoch (person) values ($1)`, [id]);
    }
    const person = persons.get(personKey) as string;
    await admin.query(`insert into acting.holder values ($1, $2, $3, $4, $5, '2014-01-01')`, [
      seat,
      person,
      body,
      c.capacity,
      c.role,
    ]);
    const token = `test-${randomUUID()}`;
    await admin.query(
      `insert into acting.sign_in (token, kind, person, seat, epoch, created_at, until) values ($1, 'key', $2, $3, 1, now(), '2100-01-01')`,
      [createHash('sha256').update(token).digest(), person, seat],
    );
    people.set(c.name, { name: c.name, body, seat, person, token, capacity: c.capacity, sector: c.sector ?? null });
  }
  await relate(admin, people);
  return people;
};

const relate = async (admin: pg.Pool, people: ReadonlyMap<string, Person>): Promise<void> => {
  const all = [...people.values()];
  for (const sector of new Set(all.flatMap((p) => p.sector ?? []))) {
    const of = (capacity: string): Person[] => all.filter((p) => p.sector === sector && p.capacity === capacity);
    const [ministry, ceptoar] = [of('sector-ministry')[0] as Person, of('ceptoar')[0] as Person];
    const circle = randomUUID();
    const key = ceptoar.name.split('.')[1] as string;
    await admin.query(
      `insert into parties.circle (id, key, kind, sector, name_ja, name_en, secretariat, valid_from) values ($1, $2, 'ceptoar', $3, $2, $2, $4, '2014-01-01')`,
      [circle, `ceptoar.${key}`, sector, ceptoar.seat],
    );
    const enter = (body: string) =>
      admin.query(`insert into parties.body_sector values ($1, $2, '2014-01-01')`, [body, sector]);
    const above = (body: string, seat: string, by: string | null) =>
      admin.query(`insert into parties.supervision values ($1, $2, $3, $4, '2014-01-01')`, [body, seat, sector, by]);
    await enter(ceptoar.body);
    await above(ceptoar.body, ministry.seat, null);
    const whole = randomUUID();
    await admin.query(
      `insert into parties.circle (id, key, kind, sector, name_ja, name_en, valid_from) values ($1, $2, 'sector', $3, $2, $2, '2014-01-01')`,
      [whole, `sector.${sector}`, sector],
    );
    for (const operator of of('operator')) {
      await enter(operator.body);
      await above(operator.body, ministry.seat, null);
      await above(operator.body, ceptoar.seat, circle);
      for (const each of [circle, whole]) {
        await admin.query(`insert into parties.membership values ($1, $2, '2014-01-01')`, [each, operator.body]);
      }
    }
  }
};
