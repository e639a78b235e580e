import { sql } from 'kysely';
import { later } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { theProgramme } from '../../../programme/index.ts';
import type { Way } from '../provisions/ways.ts';

/**
 * Shows the text of an approved draft to the source of each report it was made from, where its way says so; each text once.
 * Who they are the desk does not learn: the rows are read by whoever may know the source.
 */
export const askSources = async (acting: Acting, item: string, way: Way): Promise<number> => {
  if (way.asksSources === null) return 0;
  const { waits, silence } = way.asksSources;
  const due = later(acting.now, waits, theProgramme());
  const { rows } = await sql<{ asked: number | null }>`
    select exchange.ask_sources(${item}, ${due}, ${silence}, ${acting.now}) as asked`.execute(acting.db);
  const asked = rows[0]?.asked ?? 0;
  if (asked > 0) await acting.record({ fact: 'source-approval.asked', subject: item });
  return asked;
};

/** What stands against releasing a draft now: a source that has not answered, or one that objected. Null where nothing does. */
export const against = async (
  acting: Acting,
  item: string,
): Promise<'source-approval-open' | 'source-objected' | null> => {
  const { rows } = await sql<{ it: 'source-approval-open' | 'source-objected' | null }>`
    select exchange.stands_against(${item}, ${acting.now}) as it`.execute(acting.db);
  return rows[0]?.it ?? null;
};
