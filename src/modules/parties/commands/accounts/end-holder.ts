import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** Ends a person's hold of a seat from today: the next request of any session or key in it is refused. */
export const endHolder = async (acting: Acting, input: { seat: string; person: string }): Promise<null> => {
  if (input.person === acting.person) throw new Refusal('not-yourself');
  const today = dayOf(acting.now);
  const { numUpdatedRows } = await acting.db
    .updateTable('acting.holder')
    .set({ valid_to: today })
    .where('seat', '=', input.seat)
    .where('person', '=', input.person)
    .where('valid_from', '<=', today)
    .where((it) => it.or([it('valid_to', 'is', null), it('valid_to', '>', today)]))
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
  await acting.record({ fact: 'holder.ended', subject: input.seat });
  return null;
};
