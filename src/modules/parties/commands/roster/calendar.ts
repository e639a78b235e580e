import { dayOf, dayPlus, instantAt } from '../../../../kernel/time.ts';

/** A place in the weekly pattern: days of the week (1 Monday to 7 Sunday), times of day as `18:00`, first and last day. */
export interface Shift {
  readonly id: string;
  readonly weekdays: readonly number[];
  readonly starts: string;
  readonly ends: string;
  readonly from: string;
  /** First day on which it no longer holds. */
  readonly to: string | null;
}

/** What differs for once. */
export interface Exception {
  readonly id: string;
  readonly from: Date;
  readonly until: Date;
}

/** A stretch of time. */
export interface Stretch {
  readonly from: Date;
  readonly until: Date;
}

const dayLong = 86_400_000;
const at = (day: string, time: string): Date => instantAt(day, time.slice(0, 5));
const nextDay = (day: string): string => dayPlus(day, 1);
const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7;

/** When a shift that begins on a day is served; null when it does not. */
const servedOn = (shift: Shift, day: string): Stretch | null => {
  if (!shift.weekdays.includes(weekdayOf(day)) || day < shift.from || (shift.to !== null && day >= shift.to))
    return null;
  const until = shift.ends <= shift.starts ? at(nextDay(day), shift.ends) : at(day, shift.ends);
  return { from: at(day, shift.starts), until };
};

const daysBetween = (from: Date, until: Date): string[] => {
  const days: string[] = [];
  for (let day = dayOf(new Date(from.getTime() - dayLong)); instantAt(day) < until; day = nextDay(day)) days.push(day);
  return days;
};

/** All that a pattern serves between two instants, in order, each with its shift. */
export const servedBetween = <T extends Shift>(
  shifts: readonly T[],
  from: Date,
  until: Date,
): (Stretch & { shift: T })[] =>
  daysBetween(from, until)
    .flatMap((day) =>
      shifts.flatMap((shift) => {
        const served = servedOn(shift, day);
        return served === null || served.until <= from || served.from >= until ? [] : [{ ...served, shift }];
      }),
    )
    .toSorted((a, b) => a.from.getTime() - b.from.getTime());

/** Whether two places of a pattern would ever be served at the same time. Two weeks show it: the pattern repeats each week. */
export const overlap = (a: Shift, b: Shift): boolean => {
  const begins = a.from > b.from ? a.from : b.from;
  const from = instantAt(begins);
  const until = new Date(from.getTime() + 14 * dayLong);
  return servedBetween([a], from, until).some((x) =>
    servedBetween([b], from, until).some((y) => x.from < y.until && y.from < x.until),
  );
};

/** Who serves at an instant: an exception before the pattern, of the pattern whoever began last; null is nobody. */
export const servingAt = <T extends Shift, E extends Exception>(
  shifts: readonly T[],
  exceptions: readonly E[],
  now: Date,
): { exception: E } | { shift: T; until: Date } | null => {
  const exception = exceptions.find((it) => it.from <= now && now < it.until);
  if (exception !== undefined) return { exception };
  const served = servedBetween(shifts, now, new Date(now.getTime() + 1)).at(-1);
  return served === undefined ? null : { shift: served.shift, until: served.until };
};

/** Where nobody serves between two instants. `served` are stretches with somebody, `empty` those that an exception leaves empty. */
export const gapsBetween = (
  served: readonly Stretch[],
  empty: readonly Stretch[],
  from: Date,
  until: Date,
): Stretch[] => {
  const edges = [...served, ...empty].flatMap((it) => [it.from.getTime(), it.until.getTime()]);
  const points = [...new Set([from.getTime(), until.getTime(), ...edges])]
    .filter((p) => p >= from.getTime() && p <= until.getTime())
    .toSorted((a, b) => a - b);
  const within = (list: readonly Stretch[], p: number): boolean =>
    list.some((it) => it.from.getTime() <= p && p < it.until.getTime());
  const gaps: { from: Date; until: Date }[] = [];
  for (const [i, p] of points.slice(0, -1).entries()) {
    if (within(served, p) && !within(empty, p)) continue;
    const end = new Date(points[i + 1] as number);
    const last = gaps.at(-1);
    if (last !== undefined && last.until.getTime() === p) last.until = end;
    else gaps.push({ from: new Date(p), until: end });
  }
  return gaps;
};
