import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { acknowledge } from '../../circulation/index.ts';
import type { Answer } from '../doors.ts';
import { showcases } from '../queries/showcases.ts';

/** Says that one's CEPTOAR does the same or thinks about it; with that it has been received. */
export const answerShowcase = async (
  acting: Acting,
  id: string,
  state: Answer,
): Promise<{ id: string; state: Answer }> => {
  const it = await showcases(acting).where('s.id', '=', id).executeTakeFirst();
  if (it === undefined) throw notFound();
  const receipt = await acting.db
    .selectFrom('circulation.receipt')
    .select(['id', 'acknowledged_at'])
    .where('item', '=', it.item)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  if (receipt === undefined) throw notFound();
  if (receipt.acknowledged_at === null) await acknowledge(acting, receipt.id, { state: 'received' });
  await acting.db
    .insertInto('review.showcase_answer')
    .values({ showcase: id, seat: acting.seat, state, at: acting.now })
    .onConflict((on) => on.columns(['showcase', 'seat']).doUpdateSet({ state, at: acting.now }))
    .execute();
  await acting.record({ fact: 'showcase.answered', subject: it.item, detail: { state } });
  return { id, state };
};
