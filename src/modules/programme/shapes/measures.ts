import { z } from 'zod';
import { key, words } from './base.ts';

const factName = z
  .string()
  .max(80)
  .regex(
    /^[a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*(?:\.[a-z]+(?:-[a-z]+)*)?$/u,
    'a fact is a noun, a point and what happened, as in report.submitted; a third part says of whom',
  );

const common = {
  title: words,
  /** Capacities or bodies that answer for it; a sub-item left without takes those of its item. */
  owners: z.array(key).min(1).optional(),
  /** Bodies through which it is done. */
  through: z.array(key).optional(),
  /** The facts of the journal that count as evidence of it. */
  evidence: z.array(factName).optional(),
  /** What sets it off, when it may rightly not occur in a year: a need, or someone's request. */
  trigger: z.enum(['need', 'request']).optional(),
  /** Only a part of it waits for the trigger. */
  partly: z.literal(true).optional(),
};

/** A sub-item, with its letter. */
export const subMeasure = z.strictObject({
  sub: z.string().regex(/^[a-z]$/u, 'a sub-item is one small letter'),
  ...common,
});

/** An item of the plan. Without sub-items it is a measure of its own. */
export const measureItem = z.strictObject({
  item: z.string().min(1).max(4),
  group: key,
  ...common,
  owners: z.array(key).min(1),
  /** The master copy stands elsewhere; counted here, but never a second time there. */
  restatedOf: words.optional(),
  measures: z.array(subMeasure).default([]),
});

/** A group of policies under which items stand. */
export const measureGroup = z.strictObject({ key, title: words, short: words });
export type MeasureGroup = z.infer<typeof measureGroup>;

/** `measures.yaml`. `counts` says what the plan itself holds, so that a lost line is noticed. */
export const measuresFile = z.strictObject({
  counts: z.strictObject({ items: z.int(), subItems: z.int(), leaves: z.int(), restated: z.int() }).optional(),
  groups: z.array(measureGroup).min(1),
  items: z.array(measureItem).min(1),
});

/** A leaf of the plan: what is done, by whom, and what proves it. */
export interface Measure {
  /** `ウ-a`, or the bare label of an item without sub-items, `ソ`. */
  readonly label: string;
  readonly item: string;
  readonly sub: string | null;
  readonly group: string;
  readonly title: z.infer<typeof words>;
  readonly owners: readonly string[];
  readonly through: readonly string[];
  readonly restated: boolean;
  readonly conditional: boolean;
  readonly trigger: 'need' | 'request' | null;
  readonly partly: boolean;
  readonly evidence: readonly string[];
}

/** An item as a heading above its leaves. */
export interface MeasureItem {
  readonly item: string;
  readonly group: string;
  readonly title: z.infer<typeof words>;
  readonly owners: readonly string[];
  readonly restatedOf: z.infer<typeof words> | null;
  readonly subItems: number;
}
