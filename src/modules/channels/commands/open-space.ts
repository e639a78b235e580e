import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';

/** Opens a space with the seats that were chosen, where the kind lets the acting seat open one. */
export const openSpace = async (
  acting: Acting,
  input: { kind: string; title: string; seats: readonly string[] },
): Promise<{ id: string }> => {
  const id = randomUUID();
  const { rows } = await sql<{ done: string }>`
    select channels.open_group(${id}, ${input.kind}, ${input.title}, ${[...new Set(input.seats)]}::uuid[]) as done`.execute(
    acting.db,
  );
  const done = rows[0]?.done;
  if (done !== 'opened') throw new Refusal(done ?? 'kind-not-yours');
  await acting.record({ fact: 'space.opened', subject: id, detail: { kind: input.kind } });
  return { id };
};
