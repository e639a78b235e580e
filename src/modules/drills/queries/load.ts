import { type RawBuilder, sql } from 'kysely';
import { notFound } from '../../../kernel/refusal.ts';
import { type Acting, named } from '../../../platform/acting.ts';
import { theProgramme } from '../../programme/index.ts';
import type { Part, State, Turn } from '../contract.ts';
import { stateOf } from '../rules.ts';

interface Row {
  id: string;
  kind: 'drill' | 'exercise';
  about: string;
  title_ja: string;
  title_en: string;
  purpose: string;
  starts: Date;
  ends: Date;
  announced: boolean;
  person: string;
  person_ja: string;
  person_en: string;
  at: Date;
  part: Part;
  reviewed: boolean;
  turns: { what: Turn; at: string; note: string | null; person_ja: string; person_en: string }[];
}

/** A drill with what was done to it, as its row policies show it. */
export type Drill = Omit<Row, 'turns'> & {
  readonly state: State;
  readonly turns: readonly { what: Turn; at: Date; note: string | null; by: { ja: string; en: string } }[];
};

/** The drills that the acting seat takes part in and `which` picks, the latest first. */
export const drillsOf = async (acting: Acting, which: RawBuilder<unknown> = sql`true`): Promise<Drill[]> => {
  const { rows } = await sql<Row>`
    select d.*, drills.part(d.id) as part, exists (select from drills.review_confirmation c where c.drill = d.id) as reviewed,
           coalesce((select jsonb_agg(jsonb_build_object('what', t.what, 'at', t.at, 'note', t.note, 'person_ja', t.person_ja, 'person_en', t.person_en) order by t.n)
                       from drills.turn t where t.drill = d.id), '[]') as turns
      from drills.drill d where ${which} order by d.starts desc, d.id limit 200`.execute(acting.db);
  return rows.map(({ turns, ...it }) => {
    const done = turns.map((t) => ({
      what: t.what,
      at: new Date(t.at),
      note: t.note,
      by: { ja: t.person_ja, en: t.person_en },
    }));
    return { ...it, state: stateOf(done), turns: done };
  });
};

/** One drill of the acting seat, held until the end of the transaction where it is to be changed; what it does not take part in is not there. */
export const drillOf = async (acting: Acting, id: string, hold: 'read' | 'lock' = 'read'): Promise<Drill> => {
  if (hold === 'lock')
    await sql`select pg_advisory_xact_lock(hashtextextended('drill ' || ${id}, 0))`.execute(acting.db);
  const [drill] = await drillsOf(acting, sql`d.id = ${id}`);
  if (drill === undefined) throw notFound();
  return drill;
};

/** What every answer says of how a drill stands. */
export const standingOf = (it: Drill) => {
  const last = it.turns.at(-1);
  return {
    id: it.id,
    kind: it.kind,
    about: it.about,
    aboutTitle: theProgramme().drills.find((kind) => kind.key === it.about)?.title ?? { ja: it.about, en: it.about },
    title: { ja: it.title_ja, en: it.title_en },
    starts: it.starts.toISOString(),
    ends: it.ends.toISOString(),
    state: it.state,
    since: (last?.at ?? it.at).toISOString(),
    real: last?.what === 'real',
    part: it.part,
  };
};

/** A seat with the name of its body, where the reader knows it. */
export interface Named {
  readonly seat: string;
  readonly body: string | null;
  readonly capacity: string;
}

/** The names of seats as far as the reader knows them. */
export const namesOf = async (acting: Acting, seats: readonly string[]): Promise<(seat: string) => Named> => {
  const { rows } = await sql<Named>`
    select s.id as seat, ${named(acting, 'b')} as body, s.capacity
      from parties.seat s join parties.body b on b.id = s.body where s.id = any (${[...new Set(seats)]}::uuid[])`.execute(
    acting.db,
  );
  const found = new Map(rows.map((it) => [it.seat, it]));
  return (seat) => found.get(seat) ?? { seat, body: null, capacity: '' };
};
