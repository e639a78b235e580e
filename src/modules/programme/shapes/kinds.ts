import { z } from 'zod';
import { strictness } from '../../../kernel/marking.ts';
import { dated, duration, key, sample, words } from './base.ts';
import { deadline } from './routes.ts';

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

/** A survey that the regime holds again and again: what is asked, by whom, of whom, by which way, and who reads the answers. */
export const surveyKind = z.strictObject({
  key,
  title: words,
  says: words,
  form: key,
  /** The capacity that asks, and the one whose seats answer. */
  by: key,
  asked: key,
  /** To whom it is put: the members of one circle, or of all circles of a kind. */
  circles: z.union([z.strictObject({ kind: z.enum(['sector', 'ceptoar']) }), z.strictObject({ key })]),
  /** The tiers that pass it on before it comes to those asked. */
  way: z
    .array(z.strictObject({ to: key, relay: deadline }))
    .max(6)
    .default([]),
  /** How long those asked have, unless who plans a campaign says otherwise. */
  within: duration,
  /** Who reads what has been signed, each its own part; `named`: with the name of who answered. Who asks is always among them. */
  readers: z.array(z.strictObject({ capacity: key, named: z.boolean() })).min(1),
  marking: z.enum(strictness).exclude(['CLEAR', 'RED']),
  /** The answers are kept as the profile of who gave them, year by year, beside the hearings of it. */
  profile: z.boolean().default(false),
  /** Who reads what is written down of a hearing, beside the seat that held it: seats of the body itself and of those above it. */
  hearings: z.array(key).default([]),
  sample,
});
export type SurveyKind = z.infer<typeof surveyKind>;

/** `surveys.yaml` */
export const surveysFile = z.strictObject({ surveys: z.array(surveyKind) });
