import type { State, Turn } from '../doors/campaigns.ts';

/** Something that was done to a campaign, and when. */
export interface Done {
  readonly what: Turn;
  readonly at: Date;
  readonly due: Date | null;
}

/** How a campaign stands after what was done to it. */
export const stateOf = (done: readonly Done[]): State => {
  const last = done.at(-1)?.what;
  if (last === undefined) return 'planned';
  return last === 'opened' || last === 'extended' ? 'open' : last;
};

/** Whether a campaign may take this turn as it stands; `surveys.must_follow` says the same. */
export const mayFollow = (turn: Turn, state: State): boolean =>
  turn === 'opened' || turn === 'called-off' ? state === 'planned' : state === 'open';

/** Until when an answer is in time: as planned, or as it was last extended. */
export const dueOf = (planned: Date, done: readonly Done[]): Date =>
  done.findLast((it) => it.due !== null)?.due ?? planned;

/** The least time that whoever is asked has. */
const least = 3_600_000;

/** Whether a time is far enough ahead to ask for something until then. */
export const isAhead = (due: Date, now: Date): boolean => due.getTime() - now.getTime() >= least;
