import { sql } from 'kysely';
import type { Acting } from '../../../../platform/acting.ts';
import type { ConsentPart } from './standing.ts';

/** Which part the reader has in a report's ledger; null for whoever has none, whether or not there is such a report. */
export const partOf = async (acting: Acting, report: string): Promise<ConsentPart | null> => {
  const { rows } = await sql<{ source: boolean; thread: boolean }>`
    select exchange.is_source(p.id) as source,
           exists (select from exchange.source_reader x where x.report = p.id and x.reader = ${acting.seat} and x.thread) as thread
      from exchange.report p where p.id = ${report}`.execute(acting.db);
  const it = rows[0];
  if (it === undefined) return null;
  if (it.source) return 'source';
  if (it.thread) return 'ministry';
  return acting.may('triage-reports') ? 'centre' : null;
};

/** Whether the source's last answer lets the centre know its name; for those who may see the ledger. */
export const nameStands = async (acting: Acting, report: string): Promise<boolean> => {
  const last = await acting.db
    .selectFrom('exchange.consent')
    .select('act')
    .where('report', '=', report)
    .where('what', '=', 'name')
    .where('act', 'in', ['given', 'refused', 'withdrawn'])
    .orderBy('number', 'desc')
    .executeTakeFirst();
  return last?.act === 'given';
};
