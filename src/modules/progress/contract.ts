import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { bilingual, instant } from '../../kernel/shapes.ts';

/** A leaf measure with the evidence that the reader may know, counted from the journal. */
export const measureView = z.object({
  label: z.string(),
  item: z.string(),
  group: z.string(),
  title: bilingual,
  /** Keys of capacities or bodies; their names stand in `owners` beside the items. */
  owners: z.array(z.string()),
  /** Bodies through which it is done. */
  through: z.array(z.string()),
  /** It may rightly not occur in a year. */
  conditional: z.boolean(),
  /** What sets a conditional measure off, and whether only a part of it waits for that. */
  trigger: z.enum(['need', 'request']).nullable(),
  partly: z.boolean(),
  /** The master copy stands elsewhere; its evidence is shown here and counted once. */
  restated: z.boolean(),
  /** `months` beside the `months` of the answer. Facts that the reader's scope cannot know are left out. */
  evidence: z.array(z.object({ fact: z.string(), count: z.number().int(), months: z.array(z.number().int()) })),
  state: z.enum(['in-progress', 'not-started', 'not-triggered']),
});
export type MeasureView = z.infer<typeof measureView>;

/** What `GET /api/measures` may be narrowed by. */
export const measuresQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  group: z.string().max(60).optional(),
  owner: z.string().max(60).optional(),
  evidence: z.enum(['some', 'none']).optional(),
});
export type MeasuresQuery = z.output<typeof measuresQuery>;

/** The plan with its evidence. Groups and totals are of the whole plan, whatever `items` was narrowed by. */
export const planView = z.object({
  plan: bilingual,
  chapter: bilingual,
  /** Fiscal year of the programme whose evidence is counted. */
  year: z.number().int(),
  /** The fiscal years one may ask for, latest first. */
  years: z.array(z.number().int()),
  countedAt: instant,
  /** `programme`: the live realm's whole journal; `own`: what the reader's own rows say. */
  scope: z.enum(['programme', 'own']),
  /** Months of the year that have begun, as `2026-04`. */
  months: z.array(z.string()),
  /** `evidence` counts each occurrence once, however many measures it proves; restated measures add nothing. */
  totals: z.object({
    items: z.number().int(),
    leaves: z.number().int(),
    withEvidence: z.number().int(),
    evidence: z.number().int(),
  }),
  groups: z.array(
    z.object({
      key: z.string(),
      title: bilingual,
      short: bilingual,
      items: z.array(z.string()),
      leaves: z.number().int(),
      withEvidence: z.number().int(),
      evidence: z.number().int(),
    }),
  ),
  owners: z.array(z.object({ key: z.string(), title: bilingual })),
  parents: z.array(
    z.object({
      label: z.string(),
      group: z.string(),
      title: bilingual,
      owners: z.array(z.string()),
      leaves: z.number().int(),
      /** Where the master copy of a restated item stands. */
      restatedOf: bilingual.nullable(),
    }),
  ),
  items: z.array(measureView),
  next: z.string().nullable(),
});
export type PlanView = z.infer<typeof planView>;

export const progressDoors = {
  measures: endpoint({
    method: 'GET',
    path: '/api/measures',
    may: 'signed-in',
    says: 'The plan’s leaf measures with their live evidence, as far as the reader may know it.',
    query: measuresQuery,
    output: planView,
  }),
} as const;
