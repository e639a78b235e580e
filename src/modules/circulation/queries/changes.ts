import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** Something the reader may look at again: what it is and its id, no more. */
export interface Change {
  readonly kind: 'receipt' | 'report' | 'provision' | 'circulation';
  readonly id: string;
}

/** What has changed for the reader since an instant, by the reader's own row policies; ids only. */
export const changesSince = async (acting: Acting, since: Date): Promise<Change[]> => {
  const { rows } = await sql<Change>`
    select 'receipt' as kind, r.id from circulation.receipt r
     where r.seat = ${acting.seat} and r.changed_at > ${since} and r.sent_at is not null
    union
    select i.kind, i.subject from circulation.reach x join circulation.item i on i.id = x.item
     where x.reader = ${acting.seat} and x.realm = ${acting.realm} and x.sent > ${since}
    union
    select 'circulation', i.subject from circulation.receipt r join circulation.item i on i.id = r.item
     where (r.via = ${acting.seat} or r.overseer = ${acting.seat}) and r.changed_at > ${since}
    limit 200`.execute(acting.db);
  return rows;
};
