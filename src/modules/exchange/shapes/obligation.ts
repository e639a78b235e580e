import { z } from 'zod';
import { bilingual, id, instant } from '../../../kernel/shapes.ts';

/** What a duty to report asks, by whose rule, and how its clock stands. */
const clock = {
  key: z.string(),
  regime: bilingual,
  title: bilingual,
  basis: bilingual,
  recipient: z.string(),
  sample: z.boolean(),
  /** Null while its clock has not begun. */
  start: instant.nullable(),
  certainty: z.enum(['known', 'about', 'earliest', 'assumed']).nullable(),
  /** Null where the clock has not begun, or the rule says promptly. */
  due: instant.nullable(),
};

/** A duty to report, for the two who talk about the report: operator and ministry. */
export const obligationView = z.object({
  id,
  report: z.object({ id, reference: z.string(), title: z.string() }),
  ...clock,
  promptly: z.boolean(),
  state: z.enum(['planned', 'met', 'missed', 'cancelled']),
  reason: z.enum(['trigger', 'withdrawn']).nullable(),
  remindedAt: instant.nullable(),
  metAt: instant.nullable(),
  /** When it was seen that it had passed; stays, also where it was done later. */
  missedAt: instant.nullable(),
  /** Earlier starts of its clock, as they were told. */
  earlier: z.array(z.object({ start: instant.nullable(), due: instant.nullable(), toldAt: instant })),
});
export type ObligationView = z.infer<typeof obligationView>;

/** A duty that a report would have if it were sent as it stands. */
export const obligationAhead = z.object({ ...clock, promptly: z.boolean(), meets: z.boolean() });
export type ObligationAhead = z.infer<typeof obligationAhead>;
