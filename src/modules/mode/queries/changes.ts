import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** That the mode, or what waits on the reader's desk about it, is to be looked at again. */
export interface ModeChange {
  readonly kind: 'mode';
  readonly id: string;
  readonly at: Date;
}

/** What changed about the mode since an instant, as far as the reader may know; also what took effect by the clock. */
export const modeChanges = async (acting: Acting, since: Date): Promise<ModeChange[]> => {
  const { rows } = await sql<ModeChange>`
    select 'mode' as kind, a.id, a.at from mode.act a where a.at > ${since}
    union select 'mode', c.act, c.at from mode.confirmation c where c.at > ${since}
    union select 'mode', c.act, c.takes_effect from mode.confirmation c where c.takes_effect > ${since} and c.takes_effect <= ${acting.now}
    union select 'mode', w.act, w.at from mode.withdrawal w where w.at > ${since}
    union select 'mode', p.declaration, p.at from mode.place p where p.at > ${since}
    limit 100`.execute(acting.db);
  return rows;
};
