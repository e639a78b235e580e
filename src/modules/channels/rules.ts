import { Refusal } from '../../kernel/refusal.ts';

/** The longest that a guest may be let in at once, in days; a longer stay is a new decision. */
export const longestStay = 31;

/** From when until when a guest is in: from now when nothing is said, never backwards, never for longer than a month. */
export const timesOf = (now: Date, starts: string | undefined, ends: string): { starts: Date; ends: Date } => {
  const from = starts === undefined || Date.parse(starts) < now.getTime() ? now : new Date(starts);
  const until = new Date(ends);
  if (until <= from) throw new Refusal('times-not-in-order');
  if (until.getTime() - now.getTime() > longestStay * 86_400_000) throw new Refusal('too-long', { days: longestStay });
  return { starts: from, ends: until };
};
