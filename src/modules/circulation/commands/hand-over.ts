import { sql } from 'kysely';
import { record } from '../../../platform/acting.ts';
import type { Transaction } from '../../../platform/database.ts';

/** Hands what the old seat still had to pass on to its successor, as the worker. A fact stands for each thing. */
export const handOver = async (
  db: Transaction,
  it: { handover: string; seat: string; person: string },
  now: Date,
): Promise<number> => {
  const { rows } = await sql<{ item: string; realm: string }>`
    select item, realm from circulation.hand_over(${it.handover}, ${now})`.execute(db);
  for (const { item, realm } of rows)
    await record(
      db,
      { seat: it.seat, person: it.person, realm, at: now },
      { fact: 'receipt.handed-over', subject: item },
    );
  return rows.length;
};
