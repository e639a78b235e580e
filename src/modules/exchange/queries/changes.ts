import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** Something of this room that the reader may look at again, and when it changed. */
export interface ExchangeChange {
  readonly kind: 'report' | 'provision' | 'source-approval' | 'offering';
  readonly id: string;
  readonly at: Date;
}

/** What was said to the reader about a report, and what happened on its own desk, since an instant; by its own row policies. */
export const exchangeChanges = async (acting: Acting, since: Date): Promise<ExchangeChange[]> => {
  const { rows } = await sql<ExchangeChange>`
    select 'report' as kind, p.id, m.at
      from exchange.message m join exchange.report p on p.id = m.report where m.at > ${since}
    union
    select 'report', w.report, w.ended_at from exchange.onward w where w.reader = ${acting.seat} and w.ended_at > ${since}
    union
    select 'report', c.report, c.at from exchange.consent c where c.at > ${since}
    union
    select 'source-approval', a.id, a.asked_at from exchange.asking a where a.asked_at > ${since}
    union
    select 'provision', f.provision, v.at
      from exchange.feedback_version v join exchange.feedback f on f.id = v.feedback where v.at > ${since}
    union
    select 'offering', o.id, greatest(o.given_at, o.withdrawn_at) from exchange.offering o
     where o.given_at > ${since} or o.withdrawn_at > ${since}
    union
    select 'offering', p.offering, greatest(p.at, p.ended_at) from exchange.offering_pass p
     where p.at > ${since} or p.ended_at > ${since}
    union
    select 'source-approval', h.asking, h.at from exchange.asking_hand h where h.at > ${since}
    union
    select 'source-approval', a.id, u.at
      from exchange.urgent_release u join exchange.asking a on a.item = u.item and a.shown = u.shown where u.at > ${since}
    union
    select 'provision', v.provision, a.at
      from exchange.approval a join exchange.provision_version v on v.item = a.item where a.at > ${since}
    union
    select 'provision', v.provision, greatest(w.updated_at, w.asked_at)
      from exchange.provision_work w join exchange.provision_version v on v.item = w.item
     where w.updated_at > ${since} or w.asked_at > ${since}
    limit 200`.execute(acting.db);
  return rows;
};
