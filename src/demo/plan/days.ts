import { type Chance, after } from '../chance.ts';

const day = 86_400_000;
const japan = 9 * 3_600_000;

/** Midnight in Japan, so many days before the day that holds `present`. */
export const midnight = (present: Date, daysAgo: number): Date =>
  new Date(Math.floor((present.getTime() + japan) / day) * day - japan - daysAgo * day);

/** A moment of a day on which things break: two of three within office hours. */
export const momentOf = (present: Date, daysAgo: number, chance: Chance): Date => {
  const hour = chance.some(0.66) ? chance.whole(8, 18) : chance.whole(0, 23);
  return after(midnight(present, daysAgo), hour * 60 + chance.whole(0, 59) + chance.next());
};

/** Whether it is night in Japan. */
export const atNight = (at: Date): boolean => {
  const hour = new Date(at.getTime() + japan).getUTCHours();
  return hour < 8 || hour >= 20;
};

/** The first day of the story: a year and some days before the present. */
export const beginning = (present: Date): Date => midnight(present, 372);
