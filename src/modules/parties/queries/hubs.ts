import { sql } from 'kysely';
import type { OutputOf } from '../../../kernel/endpoint.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { coveredWays, hubCapacities, theProgramme } from '../../programme/index.ts';
import type { HubView, partiesDoors } from '../contract.ts';

type Introduction = OutputOf<typeof partiesDoors.introduce>;

/** The public bodies that share by agreement, one's own among them, by name. */
export const hubs = async (acting: Acting): Promise<{ items: HubView[]; next: null }> => {
  const programme = theProgramme();
  const capacities = hubCapacities(programme, acting.now);
  const { rows } = await sql<{
    seat: string;
    capacity: string;
    body: string;
    name_ja: string;
    name_en: string;
    introduced: boolean;
  }>`
    select s.id as seat, s.capacity, b.id as body, b.name_ja, b.name_en,
           exists (select from parties.introduction i where i.hub = s.id and i.seat = ${acting.seat}) as introduced
      from parties.seat s join parties.body b on b.id = s.body
     where b.open and s.capacity = any (${[...capacities]}::text[])
       and (s.valid_to is null or s.valid_to > acting.day(${acting.now})) and (b.valid_to is null or b.valid_to > acting.day(${acting.now}))
     order by b.name_ja, s.id`.execute(acting.db);
  return {
    items: rows.map((it) => ({
      seat: it.seat,
      capacity: it.capacity,
      body: { id: it.body, name: { ja: it.name_ja, en: it.name_en } },
      introduced: it.introduced,
      kinds: coveredWays(programme, it.capacity, acting.now).map((way) => ({
        kind: way.kind,
        title: way.title,
        to: [...new Set(way.hops.map((hop) => hop.to))],
      })),
    })),
    next: null,
  };
};

interface Row {
  hub: string;
  seat: string;
  other: string;
  capacity: string;
  body: string;
  name_ja: string;
  name_en: string;
  at: Date;
  note: string;
}

const rowsOf = (acting: Acting, more: ReturnType<typeof sql>, limit: number) =>
  sql<Row>`
  select i.hub, i.seat, s.id as other, s.capacity, b.id as body, b.name_ja, b.name_en, i.at, i.note
    from parties.introduction i
    join parties.seat s on s.id = case when i.hub = ${acting.seat} then i.seat else i.hub end
    join parties.body b on b.id = s.body
   where true ${more} order by i.at desc, s.id desc limit ${limit}`.execute(acting.db);

const viewOf = (acting: Acting, it: Row): Introduction => ({
  seat: it.other,
  capacity: it.capacity,
  body: { id: it.body, name: { ja: it.name_ja, en: it.name_en } },
  at: it.at.toISOString(),
  note: it.note,
  from: it.seat === acting.seat ? 'me' : 'them',
});

/** Who has made itself known to the acting seat, and to whom it has; the latest first. */
export const introductions = async (
  acting: Acting,
  query: { limit: number; cursor?: string | undefined },
): Promise<{ items: Introduction[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const more = after === null ? sql`` : sql`and (i.at, s.id) < (${after.at}, ${after.id}::uuid)`;
  const { rows } = await rowsOf(acting, more, query.limit + 1);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((it) => viewOf(acting, it)),
    next: last === undefined ? null : cursorOf(last.at, last.other),
  };
};

/** One's own introduction to a hub. */
export const introductionTo = async (acting: Acting, hub: string): Promise<Introduction> => {
  const { rows } = await rowsOf(acting, sql`and i.hub = ${hub} and i.seat = ${acting.seat}`, 1);
  if (rows[0] === undefined) throw notFound();
  return viewOf(acting, rows[0]);
};
