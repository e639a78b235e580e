import { z } from 'zod';
import { dated, key, sample, words } from './base.ts';

const quantityKey = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/u, 'a quantity is named in letters and digits, from a small letter on');

/** When a service is below its level: one quantity against a limit, or all or any of several such rules. */
export type LevelRule =
  | { readonly quantity: string; readonly atLeast: number }
  | { readonly all: readonly LevelRule[] }
  | { readonly any: readonly LevelRule[] };

const parts = z.lazy(() => z.array(rule).min(1).max(20));
const rule: z.ZodType<LevelRule> = z.union([
  z.strictObject({ quantity: quantityKey, atLeast: z.number().min(0) }),
  z.strictObject({ all: parts }),
  z.strictObject({ any: parts }),
]);

/** A service maintenance level: what must not happen to a service, by which measured quantities that is judged, and what sets it. */
export const level = z.strictObject({
  key,
  sector: key,
  service: words,
  keeps: words,
  quantities: z
    .array(z.strictObject({ key: quantityKey, title: words, unit: words }))
    .min(1)
    .max(12),
  below: rule,
  basis: words,
  sample,
  ...dated,
});
export type Level = z.infer<typeof level>;

/** `levels.yaml` */
export const levelsFile = z.strictObject({ levels: z.array(level) });
