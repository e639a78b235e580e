import { dayOf } from '../../../../kernel/time.ts';
import type { Obligation, Programme } from '../../../programme/contract.ts';
import { holdsOn } from '../../../programme/index.ts';

/** The duties to report that hold on the day of an instant: those in force when the report was first sent go with it. */
export const obligationsAt = (programme: Programme, at: Date): Obligation[] =>
  programme.obligations.filter((it) => holdsOn(it, dayOf(at, programme)));
