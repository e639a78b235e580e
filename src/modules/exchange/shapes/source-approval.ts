import { z } from 'zod';
import { handling } from '../../../kernel/marking.ts';
import { id, instant, prose } from '../../../kernel/shapes.ts';

/** The shapes of a source's approval (提供元の確認): the text of a provision before whoever reported what it was made from. */

/** How one asking stands. `replaced`: the desk has changed the text since, or leaves the report out. */
export const askingStates = ['open', 'silent', 'agreed', 'objected', 'replaced'] as const;
export type AskingState = (typeof askingStates)[number];

/** What silence means once the waiting time is over. */
export const silences = ['releases', 'holds'] as const;

const said = prose(4000).refine((s) => s.length > 0, { params: { code: 'text-empty' } });

/** The answer of a source; `heardFrom` where the seat above it writes down what it was told, and by whom. */
export const askingAnswer = z.discriminatedUnion('answer', [
  z.strictObject({ answer: z.literal('agreed'), heardFrom: prose(200).optional() }),
  z.strictObject({
    answer: z.literal('objected'),
    reason: said,
    /** How it might say it instead. */
    wording: prose(40_000).optional(),
    heardFrom: prose(200).optional(),
  }),
]);
export type AskingAnswer = z.output<typeof askingAnswer>;

/** Why a text goes out without waiting; every source that was asked reads it. */
export const urgentRelease = z.strictObject({ reason: said });

/** An asking in the list of those who are asked. */
export const askingListed = z.object({
  id,
  title: z.string(),
  handling,
  report: z.object({ id, reference: z.string(), headline: z.string() }),
  askedAt: instant,
  due: instant,
  silence: z.enum(silences),
  state: z.enum(askingStates),
  /** When the text went out; null while it has not. */
  sentAt: instant.nullable(),
  /** Whether the reader is the source itself, and not the seat above it. */
  mine: z.boolean(),
  mayAnswer: z.boolean(),
});
export type AskingListed = z.infer<typeof askingListed>;

/** An asking for those who are asked: the text as it was shown to them, and what they said. */
export const askingShown = askingListed.extend({
  body: z.string(),
  kind: z.string(),
  /** The names of the files that go with it. */
  files: z.array(z.string()),
  answers: z.array(
    z.object({
      answer: z.enum(['agreed', 'objected']),
      reason: z.string().nullable(),
      wording: z.string().nullable(),
      heardFrom: z.string().nullable(),
      by: z.string().nullable(),
      at: instant,
    }),
  ),
  /** That a second person released it without waiting, and why. */
  urgent: z.object({ reason: z.string() }).nullable(),
});
export type AskingShown = z.infer<typeof askingShown>;

/** What the desk sees of the sources it asked: what was said, never by whom or when. */
export const sourcesAsked = z.object({
  waits: z.string(),
  silence: z.enum(silences),
  askings: z.array(
    z.object({
      report: z.object({ id, reference: z.string(), headline: z.string() }),
      askedAt: instant,
      due: instant,
      silence: z.enum(silences),
      state: z.enum(askingStates),
      reason: z.string().nullable(),
      wording: z.string().nullable(),
    }),
  ),
  urgent: z.object({ reason: z.string(), at: instant, by: z.string() }).nullable(),
  /** What stands against releasing the text now. */
  against: z.enum(['source-approval-open', 'source-objected']).nullable(),
  mayReleaseUrgently: z.boolean(),
});
export type SourcesAsked = z.infer<typeof sourcesAsked>;
