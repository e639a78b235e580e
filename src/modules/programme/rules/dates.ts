import { plus } from '../../../kernel/time.ts';
import type { Dated } from '../shapes/base.ts';
import type { Programme } from '../shapes/programme.ts';

/** The day of an instant in the programme's own time zone, as `2014-07-10`. */
export const dayIn = (programme: Programme, at: Date): string => daysOf(programme.timeZone).format(at);

// To make a format is dear, and a page asks for many names of the same day.
const formats = new Map<string, Intl.DateTimeFormat>();
const daysOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
};

/** Whether something holds on a day: from its first day, and no longer on its `until`. */
export const holdsOn = (it: Dated, day: string): boolean => (it.from ?? '') <= day && day < (it.until ?? '9999');

/** Those of the items that hold on the day of an instant. */
export const holding = <T extends Dated>(programme: Programme, items: readonly T[], at: Date): T[] => {
  const day = dayIn(programme, at);
  return items.filter((it) => holdsOn(it, day));
};

/** When something is due that has to be done within a length of time, which may be months: then the same day, or the month's last. */
export const dueAfter = (start: Date, within: string): Date => {
  const months = /^P(\d{1,2})M$/u.exec(within)?.[1];
  if (months === undefined) return plus(start, within);
  const due = new Date(start);
  due.setUTCMonth(due.getUTCMonth() + Number(months), 1);
  const last = new Date(Date.UTC(due.getUTCFullYear(), due.getUTCMonth() + 1, 0)).getUTCDate();
  due.setUTCDate(Math.min(start.getUTCDate(), last));
  return due;
};
