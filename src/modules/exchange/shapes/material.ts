import { z } from 'zod';
import { line, prose } from '../../../kernel/shapes.ts';

/** Where something came from that is not a report: open to all, from a partner, from an agency, or the desk's own finding. */
export const materialKinds = ['public', 'partner', 'agency', 'own'] as const;
export type MaterialKind = (typeof materialKinds)[number];

/** One source besides reports; `reference` is an address or a number, `quote` the words that are used. */
export const material = z.strictObject({
  kind: z.enum(materialKinds),
  title: line(200),
  reference: line(500).nullable().optional(),
  quote: prose(20_000).nullable().optional(),
});
export type Material = z.output<typeof material>;
