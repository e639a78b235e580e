import type { ReportKind } from '../shapes/kinds.ts';
import type { Programme } from '../shapes/programme.ts';
import { holding } from './dates.ts';

/** The kinds of report that can be told at a time, in the programme's order. */
export const kindsAt = (programme: Programme, at: Date): readonly ReportKind[] =>
  holding(programme, programme.kinds, at);

/** The kinds that seats of a capacity may tell. */
export const kindsOf = (programme: Programme, capacity: string, at: Date): readonly ReportKind[] =>
  kindsAt(programme, at).filter((kind) => kind.by.some((it) => it.capacity === capacity));

/** The way that a kind takes when a seat of this capacity tells it; undefined when none may. */
export const wayOf = (kind: ReportKind, capacity: string): 'report' | 'contribution' | undefined =>
  kind.by.find((it) => it.capacity === capacity)?.route;
