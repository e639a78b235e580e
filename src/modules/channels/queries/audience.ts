import { sql } from 'kysely';
import { type Acting, named } from '../../../platform/acting.ts';
import type { Audience, SpaceView } from '../contract.ts';

/** Who reads a space's open threads, or one thread, at this minute, named as far as the reader may know them. */
export const audienceOf = async (acting: Acting, space: string, thread: string | null): Promise<Audience> => {
  const { rows } = await sql<{
    seat: string | null;
    body: string | null;
    capacity: string;
    name: string;
    until: Date | null;
  }>`
    select a.seat, a.body, a.capacity, ${named(acting, 'a')} as name, a.until from channels.audience(${space}, ${thread}) a`.execute(
    acting.db,
  );
  const known = rows.filter((it) => it.seat !== null);
  return {
    bodies: new Set(known.map((it) => it.body)).size + rows.length - known.length,
    named: known.map((it) => ({
      seat: it.seat as string,
      name: it.name,
      capacity: it.capacity,
      guestUntil: it.until?.toISOString() ?? null,
      mine: it.seat === acting.seat,
    })),
    others: rows.length - known.length,
  };
};

/** Guests of a space that are in it or will be; none for a guest. */
export const guestsOf = async (acting: Acting, space: string): Promise<SpaceView['guests']> => {
  const { rows } = await sql<{
    id: string;
    thread: string | null;
    title: string | null;
    capacity: string;
    name: string;
    starts: Date;
    ends: Date;
    past: boolean;
  }>`select g.*, ${named(acting, 'g')} as name from channels.guests(${space}) g`.execute(acting.db);
  return rows.map((it) => ({
    id: it.id,
    name: it.name,
    capacity: it.capacity,
    thread: it.thread === null ? null : { id: it.thread, title: it.title ?? '' },
    starts: it.starts.toISOString(),
    ends: it.ends.toISOString(),
    past: it.past,
  }));
};
