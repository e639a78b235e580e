import { z } from 'zod';

/** A word by which data refers to data, e.g. `sector-ministry` or `ceptoar.power`. */
export const key = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/u, 'a key is of small letters and digits, parted by points or hyphens');

/** A day as `2014-07-10`, meant in the programme's own time zone. */
export const day = z.iso.date();

/** Words in both languages, neither of them empty. */
export const words = z.strictObject({ ja: z.string().min(1).max(400), en: z.string().min(1).max(600) });

/** Lists of words in both languages; the two need not be as long as each other. */
export const wordLists = z.strictObject({
  ja: z.array(z.string().min(1).max(120)),
  en: z.array(z.string().min(1).max(120)),
});

/** First day on which something holds, and first day on which it no longer does. An open end is left out. */
export const dated = { from: day.optional(), until: day.optional() };

/** Says that a value stands in for one that nobody has confirmed; screens show it as a sample value. */
export const sample = z.literal(true).optional();

/** An ISO 8601 duration of months, or of days, hours and minutes: `P1M`, `P1D`, `PT30M`. */
export const duration = z
  .string()
  .regex(
    /^P(?:\d{1,2}M|(?=\d|T)(?:\d{1,3}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,5}M)?)?)$/u,
    'a length of time is written as P1M, P1D or PT30M',
  );

/** Something that holds for a time. */
export interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}
