import { atLeastAsStrict, type Handling } from '../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { speak } from './speak.ts';

/** Corrects what the acting seat said: a message of its own that points to the first. What was said stays as it was. */
export const correctMessage = async (
  acting: Acting,
  message: string,
  input: { text: string; handling?: Handling | undefined },
): Promise<{ id: string; at: string }> => {
  const first = await acting.db
    .selectFrom('channels.message')
    .selectAll()
    .where('id', '=', message)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  if (first === undefined) throw notFound();
  if (first.withdrawn_at !== null) throw new Refusal('already-withdrawn');
  const before = first.handling as Handling;
  const handling = input.handling ?? before;
  if (!atLeastAsStrict(handling, before)) throw new Refusal('mark-wider-than-source');
  const said = await speak(acting, { thread: first.thread, text: input.text, handling, corrects: message });
  await acting.record({ fact: 'message.corrected', subject: first.thread });
  return said;
};
