import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { speak } from './speak.ts';

/** Begins a thread with its first message: for the whole space, or aside with the seats named and nobody else, ever. */
export const openThread = async (
  acting: Acting,
  space: string,
  input: { title: string; text: string; handling: Handling; aside?: readonly string[] | undefined },
): Promise<{ id: string; at: string }> => {
  const id = randomUUID();
  const seats = input.aside === undefined ? null : [...new Set(input.aside)];
  const { rows } = await sql<{ done: string }>`
    select channels.open_thread(${id}, ${space}, ${input.title}, ${seats}::uuid[]) as done`.execute(acting.db);
  const done = rows[0]?.done ?? 'not-found';
  if (done === 'not-found') throw notFound();
  if (done !== 'opened') throw new Refusal(done);
  const said = await speak(acting, { thread: id, text: input.text, handling: input.handling, also: input.title });
  await acting.record({ fact: 'thread.opened', subject: id, detail: { aside: seats !== null } });
  return { id, at: said.at };
};
