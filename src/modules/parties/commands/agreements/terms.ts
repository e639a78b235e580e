import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { coveredWays, hubCapacities, theProgramme } from '../../../programme/index.ts';
import { longestAgreementDays } from '../../rules.ts';

const day = 86_400_000;

/** Refuses who is no hub: the programme lets no way by agreement begin at this capacity. */
export const needHub = (acting: Acting, capacity: string): void => {
  if (!hubCapacities(theProgramme(), acting.now).includes(capacity)) throw new Refusal('not-a-hub');
};

/** Refuses kinds that the acting hub does not offer, or that have no way to a seat of this capacity. */
export const needWays = (acting: Acting, kinds: readonly string[], capacity: string): void => {
  const ways = coveredWays(theProgramme(), acting.capacity, acting.now);
  for (const kind of kinds) {
    const way = ways.find((it) => it.kind === kind);
    if (way === undefined) throw new Refusal('kind-not-offered', { kind });
    if (!way.hops.some((it) => it.to === capacity)) throw new Refusal('capacity-not-on-way', { kind });
  }
};

/** Refuses an agreement that is over before it begins, begins nowhere near, or is never looked at again. */
export const needTerm = (from: Date, until: Date, now: Date): void => {
  if (until <= from || until <= now) throw new Refusal('impossible-date', { field: 'until' });
  if (until.getTime() - from.getTime() > longestAgreementDays * day || from.getTime() - now.getTime() > 366 * day)
    throw new Refusal('agreement-too-long', { days: longestAgreementDays });
};
