import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** That a drill of the reader's is to be looked at again. */
export interface DrillChange {
  readonly kind: 'drill';
  readonly id: string;
  readonly at: Date;
}

/** Which drills changed since an instant, as far as the reader takes part in them. */
export const drillChanges = async (acting: Acting, since: Date): Promise<DrillChange[]> => {
  const { rows } = await sql<DrillChange>`
    select 'drill' as kind, t.drill as id, t.at from drills.turn t where t.at > ${since}
    union all select 'drill', p.drill, p.at from drills.presence p where p.at > ${since}
    union all select 'drill', o.drill, o.at from drills.observation o where o.at > ${since}
    limit 100`.execute(acting.db);
  return rows;
};
