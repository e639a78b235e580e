import { dayOf, fiscalYearBounds, fiscalYearOf } from '../../kernel/time.ts';
import type { Measure } from '../programme/contract.ts';
import type { MeasureView } from './contract.ts';

/** How often a fact happened in a month, `2026-04`. */
export interface Tally {
  readonly fact: string;
  readonly month: string;
  readonly n: number;
}

/**
 * What happens to a report before it has reached the centre: nobody's evidence but that of its operator and its ministry.
 * The tally of the programme leaves these out by itself; they are named here so that no empty count is shown instead.
 */
export const beforeRelay: ReadonlySet<string> = new Set([
  'report.submitted',
  'report.version-added',
  'report.returned',
  'report.answered',
]);

/** The months of a fiscal year that have begun at `now`, as `2026-04`; none of a year to come. */
export const monthsOf = (year: number, now: Date): string[] => {
  const { from, until } = fiscalYearBounds(year);
  if (now < from) return [];
  const first = monthAt(dayOf(from));
  const last = monthAt(dayOf(now < until ? now : new Date(until.getTime() - 1)));
  return Array.from({ length: last - first + 1 }, (_, i) => monthNamed(first + i));
};

const monthAt = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const monthNamed = (at: number): string => `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;

/** The fiscal years that may be asked for: from the one in which the plan was decided to the present one, latest first. */
export const yearsOf = (decided: number, now: Date): number[] => {
  const present = Math.max(decided, fiscalYearOf(now));
  return Array.from({ length: Math.min(30, present - decided + 1) }, (_, i) => present - i);
};

/** How a measure stands: under way once anything proves it; else whether it waits for something that has not come up. */
export const stateOf = (measure: Pick<Measure, 'conditional' | 'partly'>, count: number): MeasureView['state'] => {
  if (count > 0) return 'in-progress';
  return measure.conditional && !measure.partly ? 'not-triggered' : 'not-started';
};

/** Counts by fact, then by month. */
export type Counted = ReadonlyMap<string, readonly number[]>;

/** Lays the tally out beside the months. */
export const countedBy = (tally: readonly Tally[], months: readonly string[]): Counted => {
  const counted = new Map<string, number[]>();
  for (const { fact, month, n } of tally) {
    const at = months.indexOf(month);
    if (at < 0) continue;
    const row = counted.get(fact) ?? months.map(() => 0);
    row[at] = (row[at] ?? 0) + n;
    counted.set(fact, row);
  }
  return counted;
};

/** The sum of a row of months. */
export const sum = (figures: readonly number[]): number => figures.reduce((total, n) => total + n, 0);

/** How often anything happened that proves these measures: each occurrence once, restated measures not at all. */
export const evidenceOf = (measures: readonly Pick<Measure, 'restated' | 'evidence'>[], counted: Counted): number => {
  const facts = new Set(measures.filter((it) => !it.restated).flatMap((it) => it.evidence));
  return sum([...facts].map((fact) => sum(counted.get(fact) ?? [])));
};
