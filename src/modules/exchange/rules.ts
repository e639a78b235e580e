import { type Handling, strictest } from '../../kernel/marking.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Stage, UncertainInstant } from './shapes/report.ts';

/** Whether a version of this stage may follow one of that stage; refuses with the reason when it may not. */
export const refuseStage = (last: Stage, next: Stage): void => {
  if (last === 'withdrawal') throw new Refusal('report-withdrawn');
  if (last === 'final' && next === 'follow-up') throw new Refusal('report-final');
};

/** The instants that an uncertain time names: none when it is unknown or withheld. */
export const instantsOf = (time: UncertainInstant | undefined): Date[] => {
  if (time === undefined) return [];
  if (typeof time === 'string') return [new Date(time)];
  if (time.state === 'known' || time.state === 'about') return [new Date(time.value)];
  return time.state === 'between' ? [new Date(time.from), new Date(time.to)] : [];
};

const earliest = new Date('2000-01-01T00:00:00Z');
const leeway = 10 * 60_000;

/**
 * Refuses times that cannot be: before the year 2000, later than now by more than the clocks may differ, or a span that
 * ends before it begins. `place` names the member in the answer.
 */
export const refuseImpossible = (place: string, time: UncertainInstant | undefined, now: Date): void => {
  const at = instantsOf(time);
  const [from, to] = at;
  if (at.some((t) => t < earliest || t.getTime() > now.getTime() + leeway))
    throw new Refusal('impossible-date', { path: place }, 400);
  if (from !== undefined && to !== undefined && to < from) throw new Refusal('impossible-date', { path: place }, 400);
};

/** The mark that something made of these may not be wider than. */
export const floorOf = (marks: readonly Handling[]): Handling => strictest(marks);

const furthest = 366 * 86_400_000;

/** Refuses a date for others to act by that is already past, or so far off that only a slip can have made it. */
export const refusePast = (place: string, at: string | undefined, now: Date): void => {
  if (at === undefined) return;
  const left = new Date(at).getTime() - now.getTime();
  if (left <= 0 || left > furthest) throw new Refusal('impossible-date', { path: place }, 400);
};
