import { later } from '../../../kernel/time.ts';
import type { Aside, Programme, Route, SourceApproval } from '../contract.ts';
import { ordinaryMode, routeFor } from './routes.ts';

/** The ways of a programme as a sender needs them: tiers, copies, and the time each tier is given. `mode` is a mode's key. */

// A mode for which no way of its own is laid uses the ordinary one.
const routeNow = (programme: Programme, kind: Route['kind'], mode: string, now: Date): Route | undefined =>
  routeFor(programme, kind, mode, now) ?? routeFor(programme, kind, ordinaryMode(programme).key, now);

/** The tiers of the way of reports or provisions in a mode. */
export const hopsOf = (programme: Programme, kind: Route['kind'], mode: string, now: Date): Route['hops'] =>
  routeNow(programme, kind, mode, now)?.hops ?? [];

/** The recipients beside the tiers of reports or provisions in a mode. */
export const asideOf = (programme: Programme, kind: Route['kind'], mode: string, now: Date): readonly Aside[] =>
  routeNow(programme, kind, mode, now)?.aside ?? [];

/** The capacity in which what goes this way begins. */
export const originOf = (programme: Programme, kind: Route['kind'], mode: string, now: Date): string =>
  routeNow(programme, kind, mode, now)?.origin ?? 'operator';

/** The capacity that gets a copy of a report when its sender chooses so; null when the programme knows none. */
export const copyCapacity = (programme: Programme, mode: string, now: Date): string | null =>
  asideOf(programme, 'report', mode, now).find((a) => a.on === 'choice')?.to ?? null;

/** By when a provision asks to be acknowledged, unless its author says otherwise: the longest its tiers are given. */
export const acknowledgeDue = (programme: Programme, mode: string, now: Date): Date | null => {
  const dues = hopsOf(programme, 'provision', mode, now).flatMap((h) =>
    h.acknowledge === undefined ? [] : [later(now, h.acknowledge.within, programme)],
  );
  return dues.length === 0 ? null : new Date(Math.max(...dues.map((d) => d.getTime())));
};

/** Whether what is of this kind and goes a way waits for the sources of what it was made from, and how long; null when it does not. */
export const sourceApprovalOn = (route: Route | undefined, kind: string): SourceApproval | null =>
  route?.sourceApproval !== undefined && (route.sourceApproval.kinds?.includes(kind) ?? true)
    ? route.sourceApproval
    : null;

/** The same for an ordinary provision in a mode. */
export const sourceApprovalIn = (programme: Programme, kind: string, mode: string, now: Date): SourceApproval | null =>
  sourceApprovalOn(routeNow(programme, 'provision', mode, now), kind);

/** How long the tier below a capacity has to pass a provision on; null when it need not. */
export const relayWithinBelow = (programme: Programme, capacity: string, mode: string, now: Date): string | null => {
  const hops = hopsOf(programme, 'provision', mode, now);
  return hops[hops.findIndex((h) => h.to === capacity) + 1]?.relay?.within ?? null;
};

/** What of the ordinary ways a mode changes: a recipient more, or another time for a tier. */
export type Difference =
  /** One more who receives a report whose source permits it. */
  | { readonly kind: 'recipient'; readonly of: 'report'; readonly capacity: string }
  | {
      readonly kind: 'time';
      readonly of: 'report' | 'provision';
      readonly capacity: string;
      readonly what: 'acknowledge' | 'relay';
      readonly was: string | null;
      readonly now: string | null;
    };

/** In what the ways of a mode differ from the ordinary ones; nothing for the ordinary mode itself. */
export const differences = (programme: Programme, mode: string, now: Date): Difference[] =>
  (['report', 'provision'] as const).flatMap((of) => {
    const ordinary = ordinaryMode(programme).key;
    const known = new Set(asideOf(programme, of, ordinary, now).map((a) => a.key));
    // Nothing else is laid beside the tiers: whom a provision reaches, its desk says each time.
    const recipients = (of === 'report' ? asideOf(programme, of, mode, now) : [])
      .filter((a) => !known.has(a.key) && a.on === 'permission' && a.after !== undefined)
      .map((a): Difference => ({ kind: 'recipient', of: 'report', capacity: a.to }));
    const before = hopsOf(programme, of, ordinary, now);
    const times = hopsOf(programme, of, mode, now).flatMap((hop) => {
      const was = before.find((h) => h.to === hop.to);
      return (['acknowledge', 'relay'] as const)
        .filter((what) => was?.[what]?.within !== hop[what]?.within)
        .map(
          (what): Difference => ({
            kind: 'time',
            of,
            capacity: hop.to,
            what,
            was: was?.[what]?.within ?? null,
            now: hop[what]?.within ?? null,
          }),
        );
    });
    return [...recipients, ...times];
  });
