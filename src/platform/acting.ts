import { createHash, randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Fact } from '../kernel/fact.ts';
import type { Power } from '../kernel/power.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Clock } from '../kernel/time.ts';
import type { Db, Transaction } from './database.ts';

export type Locale = 'ja' | 'en';

/** What a request brings besides its input, and what it may put into its answer's head. */
export interface Visit {
  readonly locale: Locale;
  /** Address of the caller, for limits only; never stored in clear. */
  readonly address: string;
  readonly origin: string;
  readonly userAgent: string;
  cookie(name: string): string | undefined;
  setCookie(name: string, value: string, maxAgeSeconds: number): void;
  header(name: string, value: string): void;
}

/** Someone at the door: a transaction in which nobody acts, so that row security shows nothing. */
export interface Visitor {
  readonly db: Transaction;
  readonly now: Date;
  readonly visit: Visit;
  /** Runs once the transaction has been committed, never when it has not. */
  afterCommit(then: () => void): void;
}

/** A drill that is paused or closed, or that the acting seat has left. */
export type Halted = 'paused' | 'closed' | 'left';

/** One person in one seat in one realm in one transaction: the only way to data. */
export interface Acting extends Visitor {
  /** Why nothing may be done in the realm any more; null where something may. It can still be read. */
  readonly halted: Halted | null;
  readonly seat: string;
  readonly person: string;
  readonly body: string;
  readonly realm: string;
  /** Whether that is the live realm: neither drill nor exercise. */
  readonly live: boolean;
  readonly capacity: string;
  readonly role: string;
  /** `strong` when a passkey opened it; a sign-in that only reads may use no door that changes anything. */
  readonly signIn: {
    readonly id: string;
    readonly kind: 'session' | 'key';
    readonly strong: boolean;
    readonly readsOnly: boolean;
  };
  /** The idempotency key that came with the act, and what was answered to it before. Null where none came. */
  readonly asked: Asked | null;
  /** Whether the seat holds the power and the key, if one is used, covers it. */
  may(power: Power): boolean;
  /** Wakes reactions and streams; for `afterCommit` where a statement wrote its own fact. */
  wake(): void;
  /** Writes a fact into the journal, in this transaction. */
  record(fact: Fact): Promise<void>;
}

/** An act that is to happen once: its key, the door it is for, the hash of the body it came with. */
export interface Once {
  readonly key: string;
  readonly door: string;
  readonly hash: Buffer;
}

/** The same, looked up: under what it is stored (one person's in one seat and realm), and the answer given before. */
export interface Asked extends Once {
  readonly kept: string;
  readonly before: { door: string; hash: Buffer; status: number; answer: unknown } | null;
}

/** The stored form of a secret token: its SHA-256. */
export const tokenHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Opens transactions for requests, as the role that cannot bypass row security. */
export interface Doorway {
  readonly db: Db;
  readonly clock: Clock;
  /** Told after each commit that recorded something: wakes reactions and streams. */
  readonly onCommit: () => void;
}

/** Runs `act` as a visitor: no seat, no rows. */
export const asVisitor = <T>(
  door: Doorway,
  visit: Visit,
  act: (visitor: Visitor) => Promise<T>,
): Promise<Exclude<T, Refusal>> => inTransaction(door, visit, act);

/**
 * Runs `act` as whoever the secret stands for, in the asked realm (null: live).
 * Refuses 401 when the secret or the seat does not stand, 400 when the realm does not.
 */
export const asSignedIn = <T>(
  door: Doorway,
  visit: Visit,
  secret: string,
  realm: string | null,
  act: (acting: Acting) => Promise<T>,
  once: Once | null = null,
): Promise<Exclude<T, Refusal>> =>
  inTransaction(door, visit, async (visitor) => {
    const begun = await begin(visitor, secret, realm, once);
    if (begun === undefined) {
      // A realm that is not there, is closed or is not the seat's: one answer for all, and the sign-in still stands.
      const stands = realm !== null && (await begin(visitor, secret, null, null)) !== undefined;
      throw stands ? new Refusal('realm-unknown', {}, 400) : new Refusal('sign-in-needed', {}, 401);
    }
    return act(actingFrom(visitor, begun, once, door.onCommit));
  });

// With a key the door is opened and the key looked up in one statement: each trip to the database is a third of a short act.
const begin = async (
  { db, now }: Visitor,
  secret: string,
  realm: string | null,
  once: Once | null,
): Promise<Begun | undefined> =>
  (
    await (once === null
      ? sql<Begun>`select * from acting.begin(${tokenHash(secret)}, ${realm}, ${now})`
      : sql<Begun>`select * from acting.begin_once(${tokenHash(secret)}, ${realm}, ${now}, ${once.key})`
    ).execute(db)
  ).rows[0];

const nobodysVisit: Visit = {
  locale: 'ja',
  address: '',
  origin: '',
  userAgent: '',
  cookie: () => undefined,
  setCookie: () => undefined,
  header: () => undefined,
};

/**
 * The worker's own door: acts in this transaction for somebody who holds the seat today, as a fact or a letter named them,
 * and without any power. Null where they do not hold it.
 */
export const actAs = async (
  db: Transaction,
  now: Date,
  who: { seat: string; person: string; realm: string },
  wake: () => void,
): Promise<Acting | null> => {
  const { rows } = await sql<Omit<Begun, 'scopes' | 'sign_in' | 'kind' | 'strong' | 'powers' | 'halted' | 'in_live'>>`
    select * from acting.begin_as(${who.seat}, ${who.person}, ${who.realm}, ${now})`.execute(db);
  const [begun] = rows;
  if (begun === undefined) return null;
  const visitor: Visitor = { db, now, visit: nobodysVisit, afterCommit: () => undefined };
  const plain = {
    scopes: [],
    sign_in: '',
    kind: 'key',
    strong: false,
    powers: [],
    halted: null,
    in_live: false,
  } as const;
  return actingFrom(visitor, { ...begun, ...plain }, null, wake);
};

interface Begun {
  seat: string;
  person: string;
  realm: string;
  body: string;
  capacity: string;
  role: string;
  scopes: readonly string[] | null;
  sign_in: string;
  kind: 'session' | 'key';
  strong: boolean;
  powers: readonly Power[];
  halted: Halted | null;
  in_live: boolean;
  kept?: string;
  door?: string | null;
  body_hash?: Buffer | null;
  status?: number | null;
  answer?: unknown;
}

const askedFrom = (once: Once | null, { kept, door, body_hash, status, answer }: Begun): Asked | null => {
  if (once === null || kept === undefined) return null;
  const stood = typeof door === 'string' && Buffer.isBuffer(body_hash) && typeof status === 'number';
  return { ...once, kept, before: stood ? { door, hash: body_hash, status, answer } : null };
};

const actingFrom = (visitor: Visitor, begun: Begun, once: Once | null, wake: () => void): Acting => {
  const { scopes } = begun;
  const readsOnly = scopes?.includes('read') ?? false;
  const powers = new Set(begun.powers.filter((p) => scopes === null || readsOnly || scopes.includes(p)));
  return {
    ...visitor,
    seat: begun.seat,
    person: begun.person,
    body: begun.body,
    realm: begun.realm,
    live: begun.in_live,
    capacity: begun.capacity,
    role: begun.role,
    signIn: { id: begun.sign_in, kind: begun.kind, strong: begun.strong, readsOnly },
    asked: askedFrom(once, begun),
    halted: begun.halted,
    may: (power) => powers.has(power),
    wake,
    record: async (fact) => {
      visitor.afterCommit(wake);
      await record(visitor.db, { seat: begun.seat, person: begun.person, realm: begun.realm, at: visitor.now }, fact);
    },
  };
};

/** Writes one journal entry and, beside it, who did it. */
export const record = async (
  db: Transaction,
  who: { seat: string; person: string; realm: string; at: Date },
  fact: Fact,
): Promise<void> => {
  const id = randomUUID();
  await sql`
    with entry as (
      insert into journal.entry (id, at, realm, fact, subject, open_to, detail)
      values (${id}, ${who.at}, ${who.realm}, ${fact.fact}, ${fact.subject}, ${fact.openTo ?? 'actor'},
              ${fact.detail === undefined ? null : JSON.stringify(fact.detail)})
    )
    insert into journal.actor (entry, seat, person) values (${id}, ${who.seat}, ${who.person})`.execute(db);
};

// A refusal that is returned rather than thrown is given after the commit: what was counted before it stays counted.
const inTransaction = async <T>(
  door: Doorway,
  visit: Visit,
  act: (visitor: Visitor) => Promise<T>,
): Promise<Exclude<T, Refusal>> => {
  const after = new Set<() => void>();
  const result = await door.db
    .transaction()
    .execute((db) => act({ db, now: door.clock.now(), visit, afterCommit: (then) => void after.add(then) }));
  for (const then of after) then();
  if (result instanceof Refusal) throw result;
  return result as Exclude<T, Refusal>;
};

/** The name of a row with `name_ja` and `name_en`, in the reader's language; `alias` is the row's in the statement. */
export const named = (acting: Visitor, alias: string): RawBuilder<unknown> =>
  sql.ref(`${alias}.name_${acting.visit.locale}`);
