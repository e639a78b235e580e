import { sql } from 'kysely';
import type { Clock } from '../../../../kernel/time.ts';
import type { Db } from '../../../../platform/database.ts';
import { tellSeats } from '../../../notices/index.ts';

/**
 * Tells the desk of a situation, once for each, that its next report is due: a sixth of its hours before. What ended is let be.
 * Gives how many reports were told of.
 */
export const tellReportsDue = (worker: Db, clock: Clock, ways: { readonly mail: boolean }): Promise<number> =>
  worker.transaction().execute(async (db) => {
    const now = clock.now();
    const { rows } = await sql<{ situation: string; desk: string; realm: string; next_due: Date }>`
      update situations.rhythm r set told_due = r.next_due
        from situations.situation s
       where s.id = r.situation and r.next_due - r.hours * interval '1 hour' / 6 <= ${now}
         and (r.told_due is null or r.told_due <> r.next_due)
         and coalesce((select c.verb <> 'ended' from situations.course c where c.situation = s.id order by c.at desc, c.id limit 1), true)
      returning r.situation, s.desk, s.realm, r.next_due`.execute(db);
    for (const it of rows)
      await tellSeats(
        { db, now },
        {
          cause: `${it.situation} ${it.next_due.toISOString()}`,
          why: 'situation-report-near',
          about: it.situation,
          seats: [it.desk],
          realm: it.realm,
          urgent: true,
        },
        ways,
      );
    return rows.length;
  });
