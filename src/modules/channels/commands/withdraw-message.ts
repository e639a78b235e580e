import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';

/** Takes back what the acting seat said. Nobody reads its words any more; that it was said, by whom and when, stays. */
export const withdrawMessage = async (
  acting: Acting,
  message: string,
): Promise<{ id: string; withdrawnAt: string }> => {
  const said = await acting.db
    .selectFrom('channels.message')
    .select(['thread', 'withdrawn_at'])
    .where('id', '=', message)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  if (said === undefined) throw notFound();
  if (said.withdrawn_at !== null) throw new Refusal('already-withdrawn');
  const done = await acting.db
    .updateTable('channels.message')
    .set({ withdrawn_at: acting.now })
    .where('id', '=', message)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  if (done.numUpdatedRows !== 1n) throw new Refusal('already-withdrawn');
  await acting.record({ fact: 'message.withdrawn', subject: said.thread });
  return { id: message, withdrawnAt: acting.now.toISOString() };
};
