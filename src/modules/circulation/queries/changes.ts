import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** Something the reader may look at again: what it is, its id, and when it changed. */
export interface Change {
  readonly kind: 'receipt' | 'report' | 'provision' | 'circulation';
  readonly id: string;
  readonly at: Date;
}

/** What has changed for the reader since an instant, by the reader's own row policies. */
export const changesSince = async (acting: Acting, since: Date): Promise<Change[]> => {
  const { rows } = await sql<Change>`
    select 'receipt' as kind, r.id, r.changed_at as at from circulation.receipt r
     where r.seat = ${acting.seat} and r.changed_at > ${since} and r.sent_at is not null
    union
    select i.kind, i.subject, x.sent from circulation.reach x join circulation.item i on i.id = x.item
     where x.reader = ${acting.seat} and x.realm = ${acting.realm} and x.sent > ${since}
    union
    select 'circulation', i.subject, r.changed_at from circulation.receipt r join circulation.item i on i.id = r.item
     where (r.via = ${acting.seat} or r.overseer = ${acting.seat}) and r.changed_at > ${since}
    limit 200`.execute(acting.db);
  return rows;
};
