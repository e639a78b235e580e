import { z } from 'zod';
import { dated, key, sample, wordLists, words } from './base.ts';

/** Which body is competent for a sector, and since when. */
export const competence = z.strictObject({ body: key, ...dated });

/** A sector of critical infrastructure with what it covers and the words that give it away in a text. */
export const sector = z.strictObject({
  key,
  title: words,
  competent: z.array(competence).min(1),
  covers: wordLists,
  systems: wordLists,
  telling: wordLists,
  /** Fewest bodies that a text may fit before it counts as naming one; the programme's own limit when left out. */
  smallGroup: z.int().min(2).max(100).optional(),
  ...dated,
  sample,
});
export type Sector = z.infer<typeof sector>;

/** `sectors.yaml` */
export const sectorsFile = z.strictObject({ sectors: z.array(sector).min(1) });

/** The competence of one body for one sector, as one flat row. */
export interface Supervision {
  readonly body: string;
  readonly sector: string;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
