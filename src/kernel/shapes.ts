import { z } from 'zod';
import { hasControlCharacters, hasMarkup, tidy } from './text.ts';

/** Shapes that every contract uses. Every text has a length, no control characters and no markup. */
export const id = z.uuid();

/** RFC 3339 UTC instant as a string, e.g. `2026-11-23T03:12:40.000Z`. */
export const instant = z.iso.datetime({ offset: true });

const plain = (max: number) =>
  z
    .string()
    .max(max)
    .transform(tidy)
    .refine((s) => !hasControlCharacters(s), { params: { code: 'text-has-control-characters' } })
    .refine((s) => !hasMarkup(s), { params: { code: 'text-has-markup' } });

/** One line: a title, a name, a label. Line breaks are refused. */
export const line = (max = 200) =>
  plain(max)
    .refine((s) => s.length > 0, { params: { code: 'text-empty' } })
    .refine((s) => !/[\n\t]/u.test(s), { params: { code: 'text-has-line-breaks' } });

/** Several lines of plain text. */
export const prose = (max = 20_000) => plain(max);

/** A list as every list is answered. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** Words in both languages. */
export const bilingual = z.object({ ja: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingual>;

/** A file as a door sends it. */
export const sentFile = z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) });

/** `?limit=&cursor=` of every list. */
export const paging = z.object({
  limit: z.coerce.number().int().min(1).max(300).default(50),
  cursor: z.string().max(400).optional(),
});
