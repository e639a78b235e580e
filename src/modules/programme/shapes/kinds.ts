import { z } from 'zod';
import { dated, key, sample, words } from './base.ts';

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

/** What can be timed in a drill from the rows that it leaves. */
export const drillSteps = [
  'declared',
  'placed',
  'reported',
  'relayed',
  'received',
  'warned',
  'passed-on',
  'acknowledged',
  'widened',
  'narrowed',
  'stood-down',
] as const;
export type DrillStep = (typeof drillSteps)[number];

/** A kind of drill or exercise that the regime holds: what is rehearsed, and by which minute after its opening each step is planned. */
export const drillKind = z.strictObject({
  key,
  kind: z.enum(['drill', 'exercise']),
  title: words,
  steps: z
    .array(z.strictObject({ what: z.enum(drillSteps), minutes: z.int().min(0).max(100_000) }))
    .max(20)
    .default([]),
  sample,
});
export type DrillKind = z.infer<typeof drillKind>;

/** `drills.yaml` */
export const drillsFile = z.strictObject({ drills: z.array(drillKind) });
