import { sql } from 'kysely';
import type { Clock } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database.ts';

/** Delivers to seats that were empty when something was sent and are held now. */
export const deliverLate = async (db: Db, clock: Clock): Promise<number> => {
  const now = clock.now();
  const { numAffectedRows } = await sql`
    update circulation.receipt r set delivered_at = ${now}, unreachable = null, changed_at = ${now}
     where r.sent_at is not null and r.delivered_at is null
       and exists (select from acting.holder a where a.seat = r.seat and a.valid_from <= acting.day(${now})
                    and (a.valid_to is null or a.valid_to > acting.day(${now})))`.execute(db);
  return Number(numAffectedRows ?? 0n);
};
