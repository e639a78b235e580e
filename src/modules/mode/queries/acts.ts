import { sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';
import type { ActView, Verb } from '../contract.ts';
import type { Confirmed } from '../rules.ts';

interface Row {
  id: string;
  verb: Verb;
  mode: string;
  sectors: string[];
  regions: string[];
  basis: string;
  authority: string;
  asked_from: Date;
  at: Date;
  person: string;
  person_ja: string;
  person_en: string;
  body: string | null;
  withdrawn: boolean;
  takes_effect: Date | null;
  confirmed_at: Date | null;
  confirmer_ja: string | null;
  confirmer_en: string | null;
}

/** An act and who began it: never shown, and needed to know who may confirm it. */
export interface Act extends ActView {
  readonly person: string;
}

/** Every act of the realm that the reader may know of, the latest first: confirmed ones, and those of its own desk. */
export const actsOf = async (acting: Acting, only: string | null = null): Promise<Act[]> => {
  const { rows } = await sql<Row>`
    select a.id, a.verb, a.mode, a.sectors, a.regions, a.basis, a.authority, a.asked_from, a.at, a.person, a.person_ja, a.person_en,
           ${named(acting, 'b')} as body, w.act is not null as withdrawn,
           c.takes_effect, c.at as confirmed_at, c.person_ja as confirmer_ja, c.person_en as confirmer_en
      from mode.act a
      left join mode.confirmation c on c.act = a.id
      left join mode.withdrawal w on w.act = a.id
      left join parties.seat s on s.id = a.seat
      left join parties.body b on b.id = s.body
     where ${only === null ? sql`true` : sql`a.id = ${only}`}
     order by a.at desc, c.position desc nulls first, a.id limit 200`.execute(acting.db);
  return rows.map((r) => ({
    id: r.id,
    verb: r.verb,
    mode: r.mode,
    sectors: r.sectors,
    regions: r.regions,
    basis: r.basis,
    authority: r.authority,
    askedFrom: r.asked_from.toISOString(),
    at: r.at.toISOString(),
    person: r.person,
    by: { ja: r.person_ja, en: r.person_en },
    body: r.body,
    state: r.takes_effect !== null ? 'confirmed' : r.withdrawn ? 'withdrawn' : 'waiting',
    takesEffect: r.takes_effect?.toISOString() ?? null,
    confirmedAt: r.confirmed_at?.toISOString() ?? null,
    confirmedBy: r.confirmer_ja === null ? null : { ja: r.confirmer_ja, en: r.confirmer_en ?? r.confirmer_ja },
  }));
};

/** What the confirmed acts of the realm put into force, in their order. */
export const confirmedOf = async (acting: Acting): Promise<(Confirmed & { act: string })[]> => {
  const rows = await acting.db.selectFrom('mode.confirmation').selectAll().orderBy('position').execute();
  return rows.map((r) => ({
    act: r.act,
    declaration: r.declaration,
    mode: r.mode,
    position: r.position,
    sectors: r.sectors,
    regions: r.regions,
    takesEffect: r.takes_effect,
  }));
};

/** The acts as they are answered, without who the rows say began them. */
export const listActs = async (acting: Acting): Promise<{ items: ActView[]; next: null }> => ({
  items: await actsOf(acting),
  next: null,
});
