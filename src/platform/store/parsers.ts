import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;
const [INT8S, DATES, NUMERICS] = [1016, 1182, 1231] as const;

/** A whole number as a number while that is exact (up to 2^53), else as the text it came in. */
export const wholeNumber = (text: string): number | string => {
  const n = Number(text);
  return Number.isSafeInteger(n) ? n : text;
};

/** A decimal as a number when it has at most 15 digits and so survives the trip, else as the text it came in. */
export const decimal = (text: string): number | string => {
  if (text === 'NaN' || text.endsWith('Infinity')) return Number(text);
  return text.replace(/[^0-9]/gu, '').replace(/^0+/u, '').length <= 15 ? Number(text) : text;
};

/** A one-dimensional array literal of values that never need quotes; `NULL` stays null. */
const each =
  <T>(parse: (text: string) => T) =>
  (literal: string): (T | null)[] =>
    literal === '{}'
      ? []
      : literal
          .slice(1, -1)
          .split(',')
          .map((item) => (item === 'NULL' ? null : parse(item)));

/**
 * Tells the driver, once for the whole process, how numbers and days arrive. A `date` stays `2026-11-23`: as a Date it
 * would be midnight in the machine's own time zone, another day in Japan.
 */
export const installParsers = (): void => {
  pg.types.setTypeParser(INT8, wholeNumber);
  pg.types.setTypeParser(NUMERIC, decimal);
  pg.types.setTypeParser(DATE, (text) => text);
  pg.types.setTypeParser(INT8S as number, each(wholeNumber));
  pg.types.setTypeParser(NUMERICS as number, each(decimal));
  pg.types.setTypeParser(
    DATES as number,
    each((text) => text),
  );
};
