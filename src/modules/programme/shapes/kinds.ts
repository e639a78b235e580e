import { z } from 'zod';
import { dated, key, words } from './base.ts';

/** What can be told upwards: on which form, by seats of which capacities, each by which way. */
export const reportKind = z.strictObject({
  key,
  title: words,
  says: words,
  form: key,
  by: z.array(z.strictObject({ capacity: key, route: z.enum(['report', 'contribution']) })).min(1),
  /** A fact that its sending is evidence of, beside the sending itself. */
  evidence: z.enum(['damage.recorded']).optional(),
  ...dated,
});
export type ReportKind = z.infer<typeof reportKind>;

/** `kinds.yaml`; the first one is meant where none is named. */
export const kindsFile = z.strictObject({ kinds: z.array(reportKind).min(1) });
