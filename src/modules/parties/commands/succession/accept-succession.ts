import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { AcceptanceInput } from '../../contract.ts';
import { needSession } from '../sign-in/opening.ts';

/** Takes a role over as its successor, with one's own ways for what passes. Rows end and begin on the day by themselves. */
export const acceptSuccession = async (
  acting: Acting,
  input: { id: string } & AcceptanceInput,
): Promise<{ id: string; points: number; places: number }> => {
  needSession(acting);
  const { rows } = await sql<{ points: number; places: number }>`
    select points, places from parties.accept_succession(${input.id}, ${JSON.stringify(input.points)}::jsonb, ${acting.now})`.execute(
    acting.db,
  );
  const [passed] = rows;
  if (passed === undefined) throw notFound();
  await acting.record({ fact: 'succession.accepted', subject: input.id });
  return { id: input.id, ...passed };
};
