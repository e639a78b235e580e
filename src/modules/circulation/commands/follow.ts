import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { remindAt } from '../rules.ts';

/** Asks nothing more about the earlier versions of an item of one's own that has just been sent. Whoever has them keeps them. */
export const supersede = async (acting: Acting, item: string): Promise<void> => {
  await sql`select circulation.supersede(${item}, ${acting.now})`.execute(acting.db);
};

/**
 * Sends an item of one's own as the notice that everything earlier of the same is called back: to all who had any of it,
 * who lose it in the same transaction. Gives how many are told. Refuses what was sent before.
 */
export const recall = async (acting: Acting, it: { item: string; due: Date | null }): Promise<number> => {
  const { rows } = await sql<{ n: number | null }>`
    select circulation.recall(${it.item}, ${it.due}, ${it.due === null ? null : remindAt(acting.now, it.due)}, ${acting.now}) as n`.execute(
    acting.db,
  );
  const n = rows[0]?.n ?? null;
  if (n === null) throw new Refusal('already-sent');
  return n;
};
