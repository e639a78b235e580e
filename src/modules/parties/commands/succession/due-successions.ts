import { sql } from 'kysely';
import type { Clock } from '../../../../kernel/time.ts';
import { record } from '../../../../platform/acting.ts';
import type { Db } from '../../../../platform/database.ts';

/**
 * Notes the successions whose day has come, once each, so that what hangs on them follows: drafts, notices. Who holds what has
 * changed by then, by its dates. Gives how many.
 */
export const noteSuccessions = (worker: Db, clock: Clock): Promise<number> =>
  worker.transaction().execute(async (db) => {
    const now = clock.now();
    const { rows } = await sql<{ id: string; person: string; seat: string; realm: string }>`
      update parties.succession s set done_at = ${now} from acting.realm r
       where r.kind = 'live' and s.accepted_at is not null and s.done_at is null and s.day <= acting.day(${now})
      returning s.id, s.accepted_by as person, s.seat, r.id as realm`.execute(db);
    for (const { id, ...who } of rows) await record(db, { ...who, at: now }, { fact: 'succession.done', subject: id });
    return rows.length;
  });
