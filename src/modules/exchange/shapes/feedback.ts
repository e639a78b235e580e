import { z } from 'zod';
import { id, instant, line, prose } from '../../../kernel/shapes.ts';

/** The shapes of what recipients of a provision tell back (フィードバック), and of what its sources learn of it. */

export const feedbackKinds = ['sighting', 'correction'] as const;
export type FeedbackKind = (typeof feedbackKinds)[number];

const said = prose(4000).refine((s) => s.length > 0, { params: { code: 'text-empty' } });

/** That one saw it too: the value, from when to when, how often. Or that the text should say something else, and where. */
export const feedbackInput = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sighting'),
    indicator: line(1000),
    seenFrom: instant,
    seenUntil: instant.optional(),
    count: z.number().int().min(1).max(1_000_000_000).optional(),
    text: prose(4000).optional(),
  }),
  z.strictObject({
    kind: z.literal('correction'),
    /** The words that are meant; nothing where it is about the whole. */
    quote: prose(1000).optional(),
    text: said,
  }),
]);
export type FeedbackInput = z.output<typeof feedbackInput>;

export const feedbackActs = ['given', 'changed', 'withdrawn'] as const;

const feedbackVersion = z.object({
  act: z.enum(feedbackActs),
  at: instant,
  /** Shown so that nobody follows it by a slip of the finger. */
  indicator: z.string().nullable(),
  seenFrom: instant.nullable(),
  seenUntil: instant.nullable(),
  count: z.number().int().nullable(),
  quote: z.string().nullable(),
  text: z.string().nullable(),
});

/** One thing that was told back, its last version first. `body` is null for whoever may not know who told it. */
export const feedbackView = z.object({
  id,
  kind: z.enum(feedbackKinds),
  sector: z.string().nullable(),
  body: z.object({ id, name: z.string() }).nullable(),
  mine: z.boolean(),
  mayChange: z.boolean(),
  versions: z.array(feedbackVersion).min(1),
});
export type FeedbackView = z.infer<typeof feedbackView>;

/** What was told back on a provision, as far as the reader may know, and whether the reader may tell something. */
export const feedbackList = z.object({
  mayGive: z.boolean(),
  figures: z.object({ sightings: z.number().int(), corrections: z.number().int() }),
  items: z.array(feedbackView),
  next: z.string().nullable(),
});
export type FeedbackList = z.infer<typeof feedbackList>;

/** What became of a report, in counts. A count that is null is hidden, because so few could be known by it. */
export const reportUse = z.object({
  kind: z.string(),
  sentAt: instant,
  recalled: z.boolean(),
  targeted: z.number().int().nullable(),
  acknowledged: z.number().int().nullable(),
  affected: z.number().int().nullable(),
  notAffected: z.number().int().nullable(),
  investigating: z.number().int().nullable(),
  sightings: z.number().int().nullable(),
  corrections: z.number().int().nullable(),
});
export type ReportUse = z.infer<typeof reportUse>;
