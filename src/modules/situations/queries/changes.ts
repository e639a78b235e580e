import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** That the picture of a situation is to be looked at again. */
export interface SituationChange {
  readonly kind: 'situation';
  readonly id: string;
  readonly at: Date;
}

/** What changed about the situations that the reader sees since an instant; by the row policies of each table. */
export const situationChanges = async (acting: Acting, since: Date): Promise<SituationChange[]> => {
  const { rows } = await sql<SituationChange>`
    select 'situation' as kind, x.id, max(x.at) as at from (
      select s.id, s.at from situations.situation s where s.at > ${since}
      union all select c.situation, c.at from situations.course c where c.at > ${since}
      union all select h.situation, greatest(h.at, h.ended_at) from situations.sharing h where h.at > ${since} or h.ended_at > ${since}
      union all select g.situation, greatest(g.at, g.ended_at) from situations.grouping g where g.at > ${since} or g.ended_at > ${since}
      union all select t.situation, t.at from situations.sector_state t where t.at > ${since}
      union all select p.situation, p.at from situations.spill_over p where p.at > ${since}
      union all select d.situation, d.at from situations.decision d where d.at > ${since}
      union all select e.situation, e.at from situations.entry e where e.at > ${since}
      union all select v.situation, v.at from situations.verdict v where v.at > ${since}
      union all select q.situation, q.at from situations.inquiry q where q.at > ${since}
    ) x group by x.id limit 100`.execute(acting.db);
  return rows;
};
