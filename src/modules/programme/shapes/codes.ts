import { z } from 'zod';
import { dated, key, sample, words } from './base.ts';

const codeWord = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/u, 'a code is of letters and digits, parted by hyphens');

/** One code of a list. `asks` names what has to be said with it, e.g. the sector a failure spilled over from. */
export const code = z.strictObject({
  code: codeWord,
  title: words,
  group: key.optional(),
  says: words.optional(),
  asks: z.literal('sector').optional(),
});
export type Code = z.infer<typeof code>;

/** What a code of this edition became in another; `lossy` when it cannot be told back. */
export const codeMapping = z.strictObject({
  code: codeWord,
  version: key,
  to: z.array(codeWord).min(1),
  lossy: z.boolean(),
});

/** The codes of a list as they stood for a time. */
export const codeEdition = z.strictObject({
  version: key,
  groups: z.array(z.strictObject({ key, title: words })).default([]),
  codes: z.array(code).min(1),
  maps: z.array(codeMapping).default([]),
  ...dated,
  sample,
});
export type CodeEdition = z.infer<typeof codeEdition>;

/** A code list with all its editions; `choice` says how many codes an answer may hold. */
export const codeList = z.strictObject({
  key,
  title: words,
  choice: z.enum(['one', 'many']),
  editions: z.array(codeEdition).min(1),
});
export type CodeList = z.infer<typeof codeList>;

/** `codes.yaml` */
export const codesFile = z.strictObject({ lists: z.array(codeList).min(1) });

/** Lists that no file spells out, because the programme already knows them: its sectors, its CEPTOARs, its handling marks. */
export const derivedLists = ['sector', 'ceptoar', 'handling'] as const;
