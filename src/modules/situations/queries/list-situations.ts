import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import type { Acting } from '../../../platform/acting.ts';
import { worstOf } from '../rules.ts';
import { type SectorState, type SituationListed } from '../shapes.ts';
import { referenceOf } from './reference.ts';

interface Row {
  id: string;
  title: string;
  handling: Handling;
  at: Date;
  ended: boolean;
  changed: Date;
  states: SectorState[];
}

/** The situations that the reader sees, open ones first, the latest first. */
export const listSituations = async (acting: Acting): Promise<SituationListed[]> => {
  const { rows } = await sql<Row>`
    select s.id, s.title, s.handling, s.at, coalesce(c.verb, '') = 'ended' as ended,
           greatest(s.at, c.at, t.at, d.at) as changed, coalesce(t.states, '{}') as states
      from situations.situation s
      left join lateral (select c.verb, c.at from situations.course c where c.situation = s.id order by c.at desc, c.id limit 1) c on true
      left join lateral (
        select max(l.at) as at, array_agg(l.state) filter (where l.state <> 'normal') as states
          from (select distinct on (t.sector) t.state, t.at from situations.sector_state t where t.situation = s.id
                 order by t.sector, t.at desc, t.id) l) t on true
      left join lateral (select max(d.at) as at from situations.decision d where d.situation = s.id) d on true
     order by coalesce(c.verb, '') = 'ended', s.at desc, s.id limit 300`.execute(acting.db);
  return rows.map((r) => ({
    id: r.id,
    reference: referenceOf(r.id),
    title: r.title,
    handling: r.handling,
    state: r.ended ? 'ended' : 'open',
    openedAt: r.at.toISOString(),
    changedAt: r.changed.toISOString(),
    touched: r.states.length,
    worst: worstOf(r.states),
  }));
};
