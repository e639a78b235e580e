import { sql } from 'kysely';
import type { Acting } from '../../../../platform/acting.ts';
import { itemSight, type SightSource } from '../../../circulation/index.ts';

/** Who sees a report, and, for whoever reported, which of them know the name. */
export const reportSight: SightSource = (acting, id) => itemSight(acting, 'report', id, () => toldOf(acting, id));

const toldOf = async (acting: Acting, report: string): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ seat: string }>`select seat from exchange.told_of(${report}) seat`.execute(acting.db);
  return new Set(rows.map((r) => r.seat));
};
