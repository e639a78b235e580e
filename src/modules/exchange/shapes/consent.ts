import { z } from 'zod';
import { id, instant, prose } from '../../../kernel/shapes.ts';

/** The shapes of the ledger of consent and disclosure. */

/** What was done about one class of onward recipients; `passed` when something was shown to it. */
export const consentActs = ['requested', 'asked', 'given', 'refused', 'withdrawn', 'passed'] as const;
export type ConsentAct = (typeof consentActs)[number];

const classKey = z.string().min(1).max(60);

/** What somebody enters: the centre requests, the ministry asks, the source gives, refuses or withdraws. */
export const consentInput = z.strictObject({
  class: classKey,
  act: z.enum(['requested', 'asked', 'given', 'refused', 'withdrawn']),
  note: prose(1000).optional(),
  /** Until when an answer is asked for. */
  until: instant.optional(),
});
export type ConsentInput = z.output<typeof consentInput>;

export const onwardInput = z.strictObject({ class: classKey });

/** One class with what was done about it, as far as the reader may know; `note` and `by` are for the source and its ministry. */
export const consentLine = z.object({
  class: z.string(),
  what: z.enum(['name', 'content']),
  title: z.string(),
  says: z.string(),
  state: z.enum(['none', 'requested', 'asked', 'given', 'refused', 'withdrawn']),
  until: instant.nullable(),
  /** What the reader may enter now. */
  may: z.array(z.enum(consentActs)),
  acts: z.array(
    z.object({
      id,
      act: z.enum(consentActs),
      at: instant,
      until: instant.nullable(),
      by: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  /** The name was known there before consent was withdrawn: nobody can be made to forget it. */
  knownBefore: z.boolean(),
});
export type ConsentLine = z.infer<typeof consentLine>;

/** A report that was shown to the reader by consent and is no longer. */
export const recalledReport = z.object({ id, reference: z.string(), at: instant });
export type RecalledReport = z.infer<typeof recalledReport>;
