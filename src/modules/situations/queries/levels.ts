import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';
import { levelsAt, theProgramme } from '../../programme/index.ts';
import type { LevelLine } from '../shapes.ts';

/** How each service maintenance level of a sector stands: open where nothing was measured; the numbers for whom they are. */
export const levelsOf = async (acting: Acting, id: string): Promise<Map<string, LevelLine[]>> => {
  const verdicts = await sql<{ level: string; verdict: LevelLine['verdict']; at: Date }>`
    select distinct on (v.level) v.level, v.verdict, v.at from situations.verdict v
     where v.situation = ${id} order by v.level, v.at desc, v.id`.execute(acting.db);
  const measures = await sql<{ level: string; quantity: string; low: number; high: number }>`
    select distinct on (m.level, m.quantity) m.level, m.quantity, m.low, m.high from situations.measure m
     where m.situation = ${id} order by m.level, m.quantity, m.at desc, m.id`.execute(acting.db);
  const lines = levelsAt(theProgramme(), acting.now).map(({ key, sector }) => {
    const verdict = verdicts.rows.find((it) => it.level === key);
    return {
      sector,
      level: key,
      verdict: verdict?.verdict ?? null,
      at: verdict?.at.toISOString() ?? null,
      measured: measures.rows
        .filter((it) => it.level === key)
        .map(({ quantity, low, high }) => ({ quantity, low, high })),
    };
  });
  return Map.groupBy(lines, (it) => it.sector);
};
