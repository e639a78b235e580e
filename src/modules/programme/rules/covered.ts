import type { OfferingTerms, Programme, Route } from '../contract.ts';
import { type CoveredKind, coveredKinds } from '../shapes/routes.ts';
import { holding } from './dates.ts';

/** Whether what is of this kind goes only to those whom an agreement covers. */
export const isCovered = (kind: string): kind is CoveredKind => coveredKinds.some((it) => it === kind);

/** The ways by agreement that begin in a capacity: one for each kind. They are the same in every mode. */
export const coveredWays = (programme: Programme, origin: string, now: Date): readonly Route[] =>
  holding(programme, programme.routes, now).filter((it) => it.origin === origin && isCovered(it.kind));

/** To whom a hub in this capacity may pass on what its members give it; null where it takes nothing from them. */
export const offeringTerms = (programme: Programme, origin: string, now: Date): OfferingTerms | null =>
  coveredWays(programme, origin, now).find((it) => it.offerings !== undefined)?.offerings ?? null;

/** The capacities in which hubs sit: where a way by agreement begins. */
export const hubCapacities = (programme: Programme, now: Date): readonly string[] => [
  ...new Set(
    holding(programme, programme.routes, now)
      .filter((it) => isCovered(it.kind))
      .map((it) => it.origin),
  ),
];
