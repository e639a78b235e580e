import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** Where the acting seat is a guest: a space, or one thread in it. */
export interface Visit {
  readonly space: string;
  readonly thread: string | null;
  readonly kind: string;
  readonly title: string;
  readonly until: string;
}

/** The acting seat's running invitations; a longer one stands for a shorter one to the same. */
export const visits = async (acting: Acting): Promise<Visit[]> => {
  const { rows } = await sql<Omit<Visit, 'until'> & { until: Date }>`
    select distinct on (v.space, v.thread) v.space, v.thread, v.kind, ${sql.ref(`v.title_${acting.visit.locale}`)} as title, v.ends as until
      from channels.visits() v order by v.space, v.thread, v.ends desc`.execute(acting.db);
  return rows.map((it) => ({ ...it, until: it.until.toISOString() }));
};
