import { sql } from 'kysely';
import type { Reaction } from '../../platform/work/reactions.ts';

/**
 * Delivery: an item has been delivered to a seat when somebody sits there to whom it is now shown; a seat that nobody
 * holds is unreachable, and says so. A recipient that is filled later is delivered then, by the job below.
 */
export const deliver: Reaction = {
  name: 'circulation.deliver',
  on: [
    'provision.dispatched',
    'early-warning.dispatched',
    'agreement.invoked',
    'hub-item.shared',
    'provision.recalled',
    'showcase.published',
    'situation-report.released',
    'survey.opened',
    'survey.relayed',
    'receipt.relayed',
    'receipt.handed-over',
    'report.submitted',
    'contribution.submitted',
    'report.version-added',
    'report.relayed',
    'report.passed-on',
  ],
  react: async ({ db, now }, entry) => {
    await sql`
      update circulation.receipt r
         set delivered_at = case when h.held then greatest(${now}, r.sent_at) end,
             unreachable = case when h.held then null else 'no-seat' end, changed_at = ${now}
        from (select q.id, exists (select from acting.holder a where a.seat = q.seat and a.valid_from <= acting.day(q.sent_at)
                                      and (a.valid_to is null or a.valid_to > acting.day(q.sent_at))) as held
                from circulation.receipt q
               where q.item = ${entry.subject} and q.sent_at is not null and q.delivered_at is null
               order by q.id for update) h
       where h.id = r.id and (h.held or r.unreachable is null)`.execute(db);
  },
};

/** All reactions of the circulation room. */
export const circulationReactions: readonly Reaction[] = [deliver];
