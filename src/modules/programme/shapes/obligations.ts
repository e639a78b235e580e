import { z } from 'zod';
import { stages } from '../../../kernel/form.ts';
import { dated, duration, key, sample, words } from './base.ts';

const answer = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/u);

/** From what a legal clock runs. `answer` names the field that says when, for awareness and decision; `of` the stage that was sent. */
const clockStart = z.strictObject({
  at: z.enum(['occurrence', 'detection', 'awareness', 'decision', 'quarter-end', 'stage-sent']),
  answer: answer.optional(),
  of: z.enum(stages).optional(),
});

/** A duty to report that a rule sets: when it arises, from what its clock runs, by when, to whom, and what fulfils it. */
export const obligation = z.strictObject({
  key,
  regime: words,
  title: words,
  /** CEL over `kind`, `stage`, `sector`, `eventType`, `causeTypes` and the answers; left out, every report has it. */
  trigger: z.string().max(500).optional(),
  start: clockStart,
  /** How long there is; left out, the rule says promptly (速やかに) and no number. */
  within: duration.optional(),
  /** The stages whose sending fulfils it. */
  stages: z.array(z.enum(stages)).min(1),
  recipient: key,
  form: key.optional(),
  remindBefore: z.array(duration).default([]),
  basis: words,
  sample,
  ...dated,
});
export type Obligation = z.infer<typeof obligation>;

/** `obligations.yaml` */
export const obligationsFile = z.strictObject({ obligations: z.array(obligation) });
