import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** Confirms a handover as a second person: competence and supervision pass on its day, and what is on its way with them. */
export const confirmHandover = async (acting: Acting, input: { id: string }): Promise<{ id: string }> => {
  const { rows } = await sql<{ done: boolean }>`
    select parties.confirm_handover(${input.id}, ${acting.now}) as done`.execute(acting.db);
  if (rows[0]?.done !== true) throw notFound();
  await acting.record({ fact: 'handover.confirmed', subject: input.id });
  return { id: input.id };
};
