import { z } from 'zod';
import { day, key, sample, words } from './base.ts';
import { body } from './bodies.ts';
import { sector } from './sectors.ts';

/** What changed after the day a programme describes. A later edition applies it; this one only knows of it. */
export const change = z.strictObject({
  key,
  on: day,
  says: words,
  sample,
  /** Competence for a sector that passes from one body to another. */
  moves: z.array(z.strictObject({ sector: key, from: key, to: key })).default([]),
  /** Sectors that begin. */
  sectors: z.array(sector).default([]),
  /** Bodies that join, with their seats. */
  bodies: z.array(body).default([]),
});
export type Change = z.infer<typeof change>;

/** `changes.yaml` */
export const changesFile = z.strictObject({ changes: z.array(change) });
