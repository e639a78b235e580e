import type { BreakGlassState } from './contract.ts';

/** How a request stands at an instant. It ends by its hours alone; nobody has to do anything. */
export const stateOf = (
  it: {
    readonly allowed: boolean | null;
    readonly lapses: Date;
    readonly until: Date | null;
    readonly endedAt: Date | null;
  },
  now: Date,
): BreakGlassState => {
  if (it.allowed === null) return now < it.lapses ? 'waiting' : 'lapsed';
  if (!it.allowed || it.until === null) return 'refused';
  if (it.endedAt !== null) return 'ended';
  return now < it.until ? 'open' : 'over';
};
