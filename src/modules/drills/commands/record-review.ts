import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { overOf } from './note-lessons.ts';
import { ownName } from './plan-drill.ts';

/** Writes the review of a drill that is over. It stands when a second person has confirmed it. */
export const writeReview = async (
  acting: Acting,
  id: string,
  input: { said: string; decided: string },
): Promise<{ id: string }> => {
  await overOf(acting, id);
  if ((await writerOf(acting, id)) !== null) throw new Refusal('already-there');
  const by = { seat: acting.seat, person: acting.person, ...(await ownName(acting)), at: acting.now };
  await acting.db
    .insertInto('drills.review')
    .values({ drill: id, ...input, ...by })
    .execute();
  await acting.record({ fact: 'review.written', subject: id });
  return { id };
};

const writerOf = async (acting: Acting, drill: string): Promise<string | null> => {
  const review = await acting.db
    .selectFrom('drills.review')
    .select('person')
    .where('drill', '=', drill)
    .executeTakeFirst();
  return review?.person ?? null;
};

/** Confirms the review that another person of the desk wrote; from then on whoever was in the drill reads what it taught. Twice is once. */
export const confirmReview = async (acting: Acting, id: string): Promise<{ id: string; recordedAt: string }> => {
  const drill = await overOf(acting, id);
  const writer = await writerOf(acting, id);
  if (writer === null) throw new Refusal('no-review');
  const before = await acting.db
    .selectFrom('drills.review_confirmation')
    .select('at')
    .where('drill', '=', id)
    .executeTakeFirst();
  if (before !== undefined) return { id, recordedAt: before.at.toISOString() };
  if (writer === acting.person) throw new Refusal('drill-needs-second-person');
  const by = { seat: acting.seat, person: acting.person, ...(await ownName(acting)), at: acting.now };
  await acting.db
    .insertInto('drills.review_confirmation')
    .values({ drill: id, written_by: writer, ...by })
    .execute();
  await acting.record({ fact: 'review.recorded', subject: id, detail: { of: drill.about } });
  return { id, recordedAt: acting.now.toISOString() };
};
