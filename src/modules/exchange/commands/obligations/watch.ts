import { sql } from 'kysely';
import { record } from '../../../../platform/acting.ts';
import type { Clock } from '../../../../kernel/time.ts';
import type { Db, Transaction } from '../../../../platform/database.ts';

// What was typed in for somebody has no contact; whoever confirmed it, and so set its duties going, signs.
const signatory = sql`coalesce(s.contact, (select c.person from exchange.confirmation c where c.report = s.report))`;

interface Signed {
  readonly id: string;
  readonly realm: string;
  readonly seat: string;
  readonly person: string;
}

/**
 * Looks which duties to report have come near or have passed, as the worker. What was missed stays missed, also when the
 * clock is set back; a fact stands for each, once. Gives how many were missed.
 */
export const watchObligations = (worker: Db, clock: Clock): Promise<number> =>
  worker.transaction().execute(async (tx) => {
    const now = clock.now();
    const missed = await sql<Signed>`
      update exchange.obligation o set state = 'missed', missed_at = ${now}, changed_at = ${now}
        from exchange.source s
       where s.report = o.report and o.state = 'planned' and o.due < ${now}
      returning o.id, o.realm, s.seat, ${signatory} as person`.execute(tx);
    const near = await sql<Signed>`
      update exchange.obligation o set reminded_at = ${now}, changed_at = ${now}
        from exchange.source s
       where s.report = o.report and o.state = 'planned' and o.remind_at <= ${now} and o.reminded_at is null
      returning o.id, o.realm, s.seat, ${signatory} as person`.execute(tx);
    await sign(tx, missed.rows, 'obligation.missed', now);
    await sign(tx, near.rows, 'obligation.reminded', now);
    return missed.rows.length;
  });

const sign = async (
  tx: Transaction,
  rows: readonly Signed[],
  fact: 'obligation.missed' | 'obligation.reminded',
  now: Date,
): Promise<void> => {
  for (const { id, realm, seat, person } of rows)
    await record(tx, { seat, person, realm, at: now }, { fact, subject: id });
};
