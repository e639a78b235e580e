import { dayOf } from '../../kernel/time.ts';
import { appoint, enrol, keysForDemo } from '../../modules/parties/index.ts';
import type { Db, Transaction } from '../../platform/database.ts';
import type { Actor } from '../stage/knock.ts';
import type { Cast } from './cast.ts';

/** Enrols the operators and appoints everybody, from the day on which the story begins. */
export const found = async (db: Transaction, cast: Cast, begins: Date): Promise<void> => {
  const seats = new Map<string, string>();
  const from = dayOf(begins);
  for (const it of cast.operators) {
    const { seat } = await enrol(
      db,
      {
        name: it.name,
        kana: it.kana,
        alias: it.alias,
        domains: [it.domain],
        place: it.place,
        sectors: [it.sector],
        ceptoars: [it.circle],
        from,
        fictitious: true,
      },
      begins,
    );
    seats.set(`${it.key} operator`, seat);
  }
  for (const it of cast.businesses)
    await enrol(
      db,
      {
        ...it,
        alias: [],
        domains: [it.domain],
        sectors: [],
        ceptoars: [],
        from,
        fictitious: true,
        capacity: 'cyberspace-business',
      },
      begins,
    );
  const open = await db
    .selectFrom('parties.seat as s')
    .innerJoin('parties.body as b', 'b.id', 's.body')
    .select(['s.id', 's.capacity', 'b.key'])
    .where('b.key', 'is not', null)
    .execute();
  for (const it of open) seats.set(`${it.key} ${it.capacity}`, it.id);
  for (const player of cast.players) {
    for (const { body, capacity, role } of player.seats) {
      const seat = seats.get(`${body} ${capacity}`);
      if (seat === undefined) throw new RangeError(`no such seat: ${body} ${capacity}`);
      await appoint(db, { name: player.name, kana: player.kana, email: player.email, seat, role, from }, begins);
    }
  }
};

/** Somebody as the database knows them. */
export interface Seated {
  readonly key: string;
  readonly person: string;
  readonly seat: string;
  readonly body: string;
  readonly personName: { readonly ja: string; readonly en: string };
  readonly bodyName: { readonly ja: string; readonly en: string };
  readonly capacity: string;
  readonly role: string;
}

/** Finds everybody of the cast again: whoever has left a seat since is still found by the seat they held. */
export const seatedOf = async (db: Db | Transaction, cast: Cast): Promise<Map<string, Seated>> => {
  const rows = await db
    .selectFrom('acting.holder as h')
    .innerJoin('parties.person as p', 'p.id', 'h.person')
    .innerJoin('parties.body as b', 'b.id', 'h.body')
    .select([
      'h.person',
      'h.seat',
      'h.body',
      'h.capacity',
      'h.role',
      'p.email',
      'p.name_ja',
      'p.name_en',
      'b.key',
      'b.name_ja as body_ja',
      'b.name_en as body_en',
    ])
    .execute();
  const all = new Map<string, Seated>();
  for (const player of cast.players) {
    for (const it of player.seats) {
      const operator = cast.operators.find((o) => o.key === it.body);
      const row = rows.find(
        (r) =>
          r.email === player.email &&
          r.capacity === it.capacity &&
          (operator === undefined ? r.key === it.body : r.body_ja === operator.name.ja),
      );
      if (row === undefined) continue;
      all.set(it.actor, {
        key: it.actor,
        person: row.person,
        seat: row.seat,
        body: row.body,
        personName: { ja: row.name_ja, en: row.name_en },
        bodyName: { ja: row.body_ja, en: row.body_en },
        capacity: row.capacity,
        role: row.role,
      });
    }
  }
  return all;
};

/** Gives each a key that stands for two hours, as long as the story takes to be told and longer. */
export const actorsOf = async (
  db: Transaction,
  seated: ReadonlyMap<string, Seated>,
  now: Date,
): Promise<Map<string, Actor>> => {
  const wanted = [...seated.values()].map(({ key, person, seat, body }) => ({
    actor: key,
    person,
    seat,
    body,
    label: '架空の世界の一年',
  }));
  const made = await keysForDemo(db, wanted, new Date(now.getTime() + 2 * 3_600_000), now);
  return new Map(
    made.map((it) => [it.actor, { key: it.actor, person: it.person, seat: it.seat, body: it.body, secret: it.key }]),
  );
};
