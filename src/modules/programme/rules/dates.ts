import { dayOf } from '../../../kernel/time.ts';
import type { Dated } from '../shapes/base.ts';
import type { Programme } from '../shapes/programme.ts';

/** Whether something holds on a day: from its first day, and no longer on its `until`. */
export const holdsOn = (it: Dated, day: string): boolean => (it.from ?? '') <= day && day < (it.until ?? '9999');

/** Those of the items that hold on the day of an instant. */
export const holding = <T extends Dated>(programme: Programme, items: readonly T[], at: Date): T[] => {
  const day = dayOf(at, programme);
  return items.filter((it) => holdsOn(it, day));
};
