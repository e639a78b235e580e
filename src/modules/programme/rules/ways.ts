import type { Programme, Route } from '../contract.ts';
import { dueAfter } from './dates.ts';
import { ordinaryMode, routeFor } from './routes.ts';

/** The ways of a programme as a sender needs them: tiers, copies, and the time each tier is given. */

const routeNow = (programme: Programme, kind: Route['kind'], now: Date): Route | undefined =>
  routeFor(programme, kind, ordinaryMode(programme).key, now);

/** The tiers of the way of reports or provisions as it is now. */
export const hopsOf = (programme: Programme, kind: Route['kind'], now: Date): Route['hops'] =>
  routeNow(programme, kind, now)?.hops ?? [];

/** The capacity in which reports begin. */
export const originOf = (programme: Programme, now: Date): string =>
  routeNow(programme, 'report', now)?.origin ?? 'operator';

/** The capacity that gets a copy of a report when its sender chooses so; null when the programme knows none. */
export const copyCapacity = (programme: Programme, now: Date): string | null =>
  routeNow(programme, 'report', now)?.aside.find((a) => a.on === 'choice')?.to ?? null;

/** By when a provision asks to be acknowledged, unless its author says otherwise: the longest its tiers are given. */
export const acknowledgeDue = (programme: Programme, now: Date): Date | null => {
  const dues = hopsOf(programme, 'provision', now).flatMap((h) =>
    h.acknowledge === undefined ? [] : [dueAfter(now, h.acknowledge.within)],
  );
  return dues.length === 0 ? null : new Date(Math.max(...dues.map((d) => d.getTime())));
};

/** How long the tier below a capacity has to pass a provision on; null when it need not. */
export const relayWithinBelow = (programme: Programme, capacity: string, now: Date): string | null => {
  const hops = hopsOf(programme, 'provision', now);
  return hops[hops.findIndex((h) => h.to === capacity) + 1]?.relay?.within ?? null;
};
