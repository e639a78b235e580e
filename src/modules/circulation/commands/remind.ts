import { sql } from 'kysely';
import { theHouse } from '../../../kernel/fact.ts';
import type { Clock } from '../../../kernel/time.ts';
import type { Db, Transaction } from '../../../platform/database.ts';

/** How many rows one statement marks. */
export const batch = 5_000;

/**
 * The rest of a statement that marked rows as `marked (item, realm)`: it says so in the journal, one entry for an item, and gives how
 * many were marked.
 */
export const told = (now: Date, fact: 'receipt.reminded' | 'duty.reminded' | 'receipt.silent') => sql`
    each as (
      select gen_random_uuid() as entry, m.item, m.realm from (select distinct item, realm from marked) m
    ), told as (
      insert into journal.entry (id, at, realm, fact, subject, open_to)
      select m.entry, ${now}, m.realm, ${fact}, m.item, 'actor' from each m
    ), signed as (
      insert into journal.actor (entry, seat, person) select m.entry, ${theHouse}, ${theHouse} from each m
    )
    select count(*) as n from marked`;

/**
 * Reminds the silent: marks each receipt and each duty whose time has come, once, and says so in the journal, one entry
 * for an item. Works in batches, so that a whole country that is silent at once is not one lock. Gives how many.
 */
export const remind = async (db: Db, clock: Clock): Promise<number> => {
  const now = clock.now();
  let all = 0;
  for (;;) {
    const [receipts, duties] = await db
      .transaction()
      .execute(async (tx) => [await remindReceipts(tx, now), await remindDuties(tx, now)] as const);
    all += receipts + duties;
    if (receipts < batch && duties < batch) return all;
  }
};

const remindReceipts = async (tx: Transaction, now: Date): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    with due as (
      select id from circulation.receipt
       where remind_at <= ${now} and acknowledged_at is null and reminded_at is null and sent_at is not null
       order by remind_at limit ${batch} for update skip locked
    ), marked as (
      update circulation.receipt r set reminded_at = ${now}, changed_at = ${now} from due where r.id = due.id
      returning r.item, r.realm
    ), ${told(now, 'receipt.reminded')}`.execute(tx);
  return rows[0]?.n ?? 0;
};

const remindDuties = async (tx: Transaction, now: Date): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    with due as (
      select id from circulation.deadline
       where remind_at <= ${now} and met_at is null and reminded_at is null
       order by remind_at limit ${batch} for update skip locked
    ), marked as (
      update circulation.deadline d set reminded_at = ${now} from due where d.id = due.id
      returning d.item, d.realm
    ), ${told(now, 'duty.reminded')}`.execute(tx);
  return rows[0]?.n ?? 0;
};
