import { sql } from 'kysely';
import type { OutputOf } from '../../../../kernel/endpoint.ts';
import type { Bilingual } from '../../../../kernel/shapes.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { FreshnessView, partiesDoors } from '../../contract.ts';
import { freshnessOf } from '../../rules.ts';

interface Row {
  id: string;
  name: Bilingual;
  attested_at: Date | null;
  due: Date | null;
  points: number;
  ending: number;
}

const rowsOf = (acting: Acting, only: string | null) =>
  sql<Row>`
  select b.id, jsonb_build_object('ja', b.name_ja, 'en', b.name_en) as name, d.due,
         (select max(a.at) from parties.attestation a where a.body = b.id) as attested_at,
         (select count(*) from parties.contact_point c where c.body = b.id and c.valid_from <= acting.day(${acting.now})
             and (c.valid_to is null or c.valid_to > acting.day(${acting.now}))) as points,
         (select count(*) from parties.contact_point c where c.body = b.id and c.valid_from <= acting.day(${acting.now})
             and c.valid_to > acting.day(${acting.now}) and c.valid_to <= acting.day(${acting.now}) + 7) as ending
    from parties.body b left join parties.attestation_due d on d.body = b.id
   where ${
     only === null
       ? sql`(b.id = ${acting.body} or exists (select from parties.supervision s where s.body = b.id and s.seat = ${acting.seat}
             and s.valid_from <= acting.day(${acting.now}) and (s.valid_to is null or s.valid_to > acting.day(${acting.now}))))`
       : sql`b.id = ${only}`
   }
   order by b.id <> ${acting.body}, d.due nulls first, b.kana, b.id limit 3000`.execute(acting.db);

const viewOf = (acting: Acting, it: Row): FreshnessView => ({
  body: { id: it.id, name: it.name },
  mine: it.id === acting.body,
  attestedAt: it.attested_at?.toISOString() ?? null,
  due: it.due?.toISOString() ?? null,
  state: freshnessOf({ attested: it.attested_at !== null, due: it.due }, acting.now),
  points: it.points,
  ending: it.ending,
});

/** Since when one's own body and those below have said that their contact points are right; the longest silent first. */
export const freshness = async (acting: Acting): Promise<OutputOf<typeof partiesDoors.listFreshness>> => {
  const { rows } = await rowsOf(acting, null);
  const figures = await sql<{ capacity: string; bodies: number; fresh: number }>`
    select capacity, bodies, fresh from parties.freshness(${acting.now}) order by capacity`.execute(acting.db);
  return { items: rows.map((it) => viewOf(acting, it)), figures: figures.rows, next: null };
};

/** How one's own body stands. */
export const ownFreshness = async (acting: Acting): Promise<FreshnessView> => {
  const { rows } = await rowsOf(acting, acting.body);
  return viewOf(acting, rows[0] as Row);
};
