import type { Level, LevelRule } from '../shapes/levels.ts';
import type { Programme } from '../shapes/programme.ts';
import { dayOf } from '../../../kernel/time.ts';
import { holdsOn } from './dates.ts';

/** What has been measured, from the least it may be to the most. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** Below the level, kept, or open because what is known does not decide it. */
export type Verdict = 'below' | 'kept' | 'open';

/** The service maintenance levels in force at a time, of one sector or of all. */
export const levelsAt = (programme: Programme, at: Date, sector?: string): readonly Level[] =>
  programme.levels.filter((it) => (sector === undefined || it.sector === sector) && holdsOn(it, dayOf(at, programme)));

/** Judges a rule by what has been measured. What nobody has measured, or not closely enough, leaves open what hangs on it alone. */
export const judge = (rule: LevelRule, measured: ReadonlyMap<string, Span>): Verdict => {
  if ('quantity' in rule) {
    const span = measured.get(rule.quantity);
    if (span === undefined) return 'open';
    return span.low >= rule.atLeast ? 'below' : span.high < rule.atLeast ? 'kept' : 'open';
  }
  const [each, decides] =
    'all' in rule
      ? ([rule.all.map((it) => judge(it, measured)), 'kept'] as const)
      : ([rule.any.map((it) => judge(it, measured)), 'below'] as const);
  if (each.includes(decides)) return decides;
  return each.includes('open') ? 'open' : decides === 'kept' ? 'below' : 'kept';
};
