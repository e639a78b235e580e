import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../../../../platform/database.ts';
import type { Body, Programme } from '../../../programme/contract.ts';
import { nameOf } from '../../../programme/index.ts';

/** Ids of what stands after the founding, by key; a seat's key is `body capacity`. */
export interface Founded {
  readonly bodies: ReadonlyMap<string, string>;
  readonly seats: ReadonlyMap<string, string>;
}

const firstDay = (programme: Programme, body: Body): string =>
  body.from ??
  body.names
    .map((it) => it.from)
    .filter((it) => it !== undefined)
    .toSorted()[0] ??
  programme.asOf;

/** Puts public bodies, their seats, who is competent for which sector and who stands above the CEPTOARs into place. */
export const establishBodies = async (db: Transaction, programme: Programme, now: Date): Promise<Founded> => {
  const bodies = await foundBodies(db, programme, now);
  const seats = await foundSeats(db, programme, bodies);
  await foundSectorsOfCeptoars(db, programme, bodies);
  const competence = await foundCompetence(db, programme, seats);
  await foundSupervision(db, programme, bodies, competence);
  return { bodies, seats };
};

const foundBodies = async (db: Transaction, programme: Programme, now: Date): Promise<Map<string, string>> => {
  const keys = programme.bodies.map((it) => it.key);
  const there = await db.selectFrom('parties.body').select(['id', 'key']).where('key', 'in', keys).execute();
  const ids = new Map(there.map((it) => [it.key as string, it.id]));
  const rows = programme.bodies.map((body) => {
    const { name } = nameOf(programme, body, now);
    const others = body.names
      .flatMap((it) => [it.name, it.short, it.unit])
      .flatMap((it) => (it === undefined ? [] : [it.ja, it.en]));
    return {
      id: ids.get(body.key) ?? randomUUID(),
      key: body.key,
      kind: body.kind,
      name_ja: name.ja,
      name_en: name.en,
      alias: [...new Set(others)].filter((it) => it !== name.ja && it !== name.en),
      open: true,
      valid_from: firstDay(programme, body),
      valid_to: body.until ?? null,
    };
  });
  await db
    .insertInto('parties.body')
    .values(rows)
    .onConflict((it) =>
      it.column('key').doUpdateSet((row) => ({
        name_ja: row.ref('excluded.name_ja'),
        name_en: row.ref('excluded.name_en'),
        alias: row.ref('excluded.alias'),
        valid_to: row.ref('excluded.valid_to'),
      })),
    )
    .execute();
  return new Map(rows.map((it) => [it.key, it.id]));
};

const foundSeats = async (
  db: Transaction,
  programme: Programme,
  bodies: ReadonlyMap<string, string>,
): Promise<Map<string, string>> => {
  const there = await db
    .selectFrom('parties.seat')
    .select(['id', 'body', 'capacity'])
    .where('body', 'in', [...bodies.values()])
    .execute();
  const rows = programme.bodies.flatMap((body) =>
    body.seats.map((seat) => {
      const id = bodies.get(body.key) as string;
      return {
        id: there.find((it) => it.body === id && it.capacity === seat.capacity)?.id ?? randomUUID(),
        body: id,
        capacity: seat.capacity,
        valid_from: seat.from ?? firstDay(programme, body),
        valid_to: seat.until ?? null,
        key: `${body.key} ${seat.capacity}`,
      };
    }),
  );
  await db
    .insertInto('parties.seat')
    .values(rows.map(({ key: _, ...row }) => row))
    .onConflict((it) =>
      it.columns(['body', 'capacity']).doUpdateSet((row) => ({ valid_to: row.ref('excluded.valid_to') })),
    )
    .execute();
  return new Map(rows.map((it) => [it.key, it.id]));
};

const foundSectorsOfCeptoars = async (
  db: Transaction,
  programme: Programme,
  bodies: ReadonlyMap<string, string>,
): Promise<void> => {
  const rows = programme.bodies.flatMap((body) =>
    (body.ceptoar?.sectors ?? []).map((sector) => ({
      body: bodies.get(body.key) as string,
      sector,
      valid_from: firstDay(programme, body),
    })),
  );
  if (rows.length > 0)
    await db
      .insertInto('parties.body_sector')
      .values(rows)
      .onConflict((it) => it.doNothing())
      .execute();
};

// What an act has ended stays ended, whatever the programme says at the next start.
const notHandedOver = (table: 'competence' | 'supervision') =>
  sql<boolean>`not exists (select from parties.handover h where h.confirmed_at is not null
                and h.sector = ${sql.ref(`${table}.sector`)} and h.from_seat = ${sql.ref(`${table}.seat`)})`;

interface Competence {
  sector: string;
  seat: string;
  valid_from: string;
  valid_to: string | null;
}

// Whoever is competent acts in the capacity that relays reports.
const foundCompetence = async (
  db: Transaction,
  programme: Programme,
  seats: ReadonlyMap<string, string>,
): Promise<Competence[]> => {
  const capacities = programme.capacities
    .filter((it) => it.roles.some((role) => role.powers.includes('relay-reports')))
    .map((it) => it.key);
  const rows = programme.supervision.flatMap((it) =>
    capacities.flatMap((capacity) => {
      const seat = seats.get(`${it.body} ${capacity}`);
      return seat === undefined
        ? []
        : [{ sector: it.sector, seat, valid_from: it.from ?? programme.asOf, valid_to: it.until ?? null }];
    }),
  );
  if (rows.length === 0) return [];
  await db
    .insertInto('parties.competence')
    .values(rows)
    .onConflict((it) =>
      it
        .columns(['sector', 'seat', 'valid_from'])
        .doUpdateSet((row) => ({ valid_to: row.ref('excluded.valid_to') }))
        .where(notHandedOver('competence')),
    )
    .execute();
  return rows;
};

const foundSupervision = async (
  db: Transaction,
  programme: Programme,
  bodies: ReadonlyMap<string, string>,
  competence: readonly Competence[],
): Promise<void> => {
  const rows = programme.bodies.flatMap((body) =>
    competence
      .filter((it) => body.ceptoar?.sectors.includes(it.sector) === true)
      .map((it) => ({ body: bodies.get(body.key) as string, ...it })),
  );
  if (rows.length === 0) return;
  await db
    .insertInto('parties.supervision')
    .values(rows)
    .onConflict((it) =>
      it
        .columns(['body', 'seat', 'sector', 'valid_from'])
        .doUpdateSet((row) => ({ valid_to: row.ref('excluded.valid_to') }))
        .where(notHandedOver('supervision')),
    )
    .execute();
};
