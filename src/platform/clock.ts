import type { Clock } from '../kernel/time.ts';

/** The machine's own time; only `main` and the demo choose a clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands until it is set; for tests and for telling a year of history. */
export const settableClock = (start: Date): Clock & { set(at: Date): void } => {
  let at = start;
  return {
    now: () => at,
    set: (to) => {
      at = to;
    },
  };
};
