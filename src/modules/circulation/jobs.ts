import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Db } from '../../platform/database.ts';
import { leaveNotices } from '../../platform/work/mail.ts';
import type { Notices } from './reactions.ts';

/** Reminds the silent: marks each receipt and each duty to relay whose time has come, once. Gives how many. */
export const remind = async (db: Db, clock: Clock, notices: Notices | null): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const now = clock.now();
    const receipts = await sql<{ id: string; seat: string }>`
      update circulation.receipt set reminded_at = ${now}, changed_at = ${now}
       where remind_at <= ${now} and acknowledged_at is null and reminded_at is null and sent_at is not null
      returning id, seat`.execute(tx);
    const duties = await sql<{ id: string; seat: string }>`
      update circulation.deadline set reminded_at = ${now}
       where remind_at <= ${now} and met_at is null and reminded_at is null
      returning id, seat`.execute(tx);
    const silent = [...receipts.rows, ...duties.rows];
    if (notices !== null) await leaveNotices(tx, { receipts: silent, why: 'reminder', now, ...notices });
    return silent.length;
  });

/** Delivers to seats that were empty when something was sent and are held now. */
export const deliverLate = async (db: Db, clock: Clock): Promise<number> => {
  const now = clock.now();
  const { numAffectedRows } = await sql`
    update circulation.receipt r set delivered_at = ${now}, unreachable = null, changed_at = ${now}
     where r.sent_at is not null and r.delivered_at is null
       and exists (select from acting.holder a where a.seat = r.seat and a.valid_from <= ${now}::date
                    and (a.valid_to is null or a.valid_to > ${now}::date))`.execute(db);
  return Number(numAffectedRows ?? 0n);
};
