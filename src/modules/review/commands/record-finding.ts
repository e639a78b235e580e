import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { quartersOf } from '../../../kernel/time.ts';

/** Records what the figures of a year say of the regime, and what was decided. */
export const recordFinding = async (
  acting: Acting,
  input: { year: number; said: string; decided: string },
): Promise<{ id: string }> => {
  if (input.said === '' || input.decided === '') throw new Refusal('nothing-said');
  const [begins] = quartersOf(input.year);
  if (begins === undefined || begins > acting.now) throw new Refusal('year-not-begun');
  const id = randomUUID();
  await acting.db
    .insertInto('review.finding')
    .values({ id, realm: acting.realm, ...input, seat: acting.seat, person: acting.person, at: acting.now })
    .execute();
  await acting.record({ fact: 'regime.reviewed', subject: id, detail: { year: input.year } });
  return { id };
};
