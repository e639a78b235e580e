import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { speak } from './speak.ts';

/** Says something in a thread that the acting seat may read. */
export const sendMessage = async (
  acting: Acting,
  thread: string,
  input: { text: string; handling: Handling },
): Promise<{ id: string; at: string }> => {
  const there = await acting.db.selectFrom('channels.thread').select('id').where('id', '=', thread).executeTakeFirst();
  if (there === undefined) throw notFound();
  const said = await speak(acting, { thread, ...input });
  await acting.record({ fact: 'message.sent', subject: thread });
  return said;
};
