import type { DrillStep } from '../programme/contract.ts';
import type { State, Turn } from './contract.ts';

/** Something that was done to a drill, and when. */
export interface Done {
  readonly what: Turn;
  readonly at: Date;
}

/** How a drill stands after what was done to it. */
export const stateOf = (done: readonly Done[]): State => {
  const last = done.at(-1)?.what;
  if (last === undefined) return 'planned';
  if (last === 'opened' || last === 'resumed') return 'open';
  return last === 'real' ? 'paused' : last;
};

/** Whether a drill may take this turn as it stands; `drills.follows` says the same. */
export const mayFollow = (turn: Turn, state: State): boolean => {
  if (turn === 'opened' || turn === 'called-off') return state === 'planned';
  if (turn === 'resumed') return state === 'paused';
  if (turn === 'closed') return state === 'open' || state === 'paused';
  return state === 'open';
};

/**
 * The minute of a drill in which something was done: from its opening, without the time for which it was paused. What was
 * done during a pause counts in the minute at which the drill stood. Null before the opening.
 */
export const minuteOf = (done: readonly Done[], at: Date): number | null => {
  const opened = done.find((it) => it.what === 'opened')?.at;
  if (opened === undefined || at < opened) return null;
  let [still, since] = [0, null as Date | null];
  for (const it of done) {
    if (it.at > at) break;
    if (it.what === 'paused' || it.what === 'real') since = it.at;
    if (it.what === 'resumed' && since !== null) {
      still += it.at.getTime() - since.getTime();
      since = null;
    }
  }
  const end = since ?? at;
  return (end.getTime() - opened.getTime() - still) / 60_000;
};

/** One hop as it was timed: null where it could not begin by itself, and where it is still to be done. */
export interface Timed {
  readonly what: DrillStep;
  readonly since: Date | null;
  readonly at: Date | null;
}

/** How long the hops of each step took, in seconds, in the order in which the steps are given. */
export const figuresOf = (hops: readonly Timed[], order: readonly DrillStep[]) =>
  order.flatMap((what) => {
    const of = hops.filter((it) => it.what === what);
    if (of.length === 0) return [];
    const took = of
      .flatMap(({ since, at }) => (since === null || at === null ? [] : [secondsBetween(since, at)]))
      .sort((a, b) => a - b);
    const done = of.filter((it) => it.at !== null).length;
    return [{ what, of: of.length, done, median: middle(took), longest: took.at(-1) ?? null }];
  });

/** Whole seconds from one instant to a later one. */
export const secondsBetween = (since: Date, at: Date): number => Math.round((at.getTime() - since.getTime()) / 1000);

const middle = (sorted: readonly number[]): number | null => {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};
