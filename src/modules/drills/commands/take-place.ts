import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { DrillView } from '../contract.ts';
import { showDrill } from '../queries/drills.ts';
import { drillOf } from '../queries/load.ts';

/** Takes the place of the acting seat in a drill that goes on, or leaves it. Twice is once. */
export const takePlace = async (acting: Acting, id: string, what: 'entered' | 'left'): Promise<DrillView> => {
  const drill = await drillOf(acting, id, 'lock');
  if (drill.state !== 'open' && drill.state !== 'paused') throw new Refusal('drill-over', { state: drill.state });
  const { rows } = await sql<{ n: number; what: string }>`
    select n, what from drills.presence where drill = ${id} and seat = ${acting.seat} order by n desc limit 1`.execute(
    acting.db,
  );
  const [last] = rows;
  if ((last?.what ?? 'left') !== what) {
    await acting.db
      .insertInto('drills.presence')
      .values({ drill: id, seat: acting.seat, n: (last?.n ?? 0) + 1, what, person: acting.person, at: acting.now })
      .execute();
    const fact = what === 'entered' ? 'drill.entered' : 'drill.left';
    // Of a kind of drill only the first entry speaks: evidence counts seats, not how often they came back.
    await acting.record({ fact, subject: id, detail: last === undefined ? { of: drill.about } : {} });
  }
  return showDrill(acting, id);
};
