import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/**
 * Notes that the acting seat has opened what came to it. Only the first time counts; gives the items of which it was. Where
 * nothing goes on any more, reading leaves no trace.
 */
export const open = async (acting: Acting, items: readonly string[]): Promise<string[]> => {
  if (items.length === 0 || acting.halted !== null) return [];
  const { rows } = await sql<{ item: string }>`
    update circulation.receipt set opened_at = ${acting.now}, changed_at = ${acting.now}
     where seat = ${acting.seat} and item = any (${[...items]}::uuid[]) and opened_at is null and sent_at is not null
    returning item`.execute(acting.db);
  for (const { item } of rows) await acting.record({ fact: 'receipt.opened', subject: item });
  return rows.map((r) => r.item);
};
