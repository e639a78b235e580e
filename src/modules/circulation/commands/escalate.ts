import { sql } from 'kysely';
import { type Clock, milliseconds } from '../../../kernel/time.ts';
import type { Db } from '../../../platform/database.ts';
import { theProgramme } from '../../programme/index.ts';
import { batch, told } from './remind.ts';

/**
 * Marks what is urgent and has stayed silent beyond its time, once, and says so in the journal, one entry for an item: from
 * then on it stands on the desks that may telephone for it. Gives how many receipts.
 */
export const escalate = async (db: Db, clock: Clock): Promise<number> => {
  const now = clock.now();
  const urgent = milliseconds(theProgramme().notices.urgentWithin) / 1000;
  const { rows } = await sql<{ n: number }>`
    with due as (
      select id from circulation.receipt
       where acknowledged_at is null and closed_at is null and due <= ${now} and due > ${now}::timestamptz - interval '30 days'
         and chased_at is null and sent_at is not null and due - sent_at <= make_interval(secs => ${urgent})
       order by id limit ${batch} for update skip locked
    ), marked as (
      update circulation.receipt r set chased_at = ${now} from due where r.id = due.id returning r.item, r.realm
    ), ${told(now, 'receipt.silent')}`.execute(db);
  return rows[0]?.n ?? 0;
};
