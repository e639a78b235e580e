/** Time as officials read it: JST, eras, fiscal years. Nothing here asks what time it is. */
const JST = 'Asia/Tokyo';

/** The injected clock: the only place that knows what time it is. */
export interface Clock {
  now(): Date;
}

const parts = (at: Date, options: Intl.DateTimeFormatOptions, locale = 'en-CA'): Record<string, string> =>
  Object.fromEntries(
    new Intl.DateTimeFormat(locale, { timeZone: JST, ...options }).formatToParts(at).map((p) => [p.type, p.value]),
  );

/** The day in Japan as `2026-11-23`. */
export const dayOf = (at: Date): string => {
  const p = parts(at, { year: 'numeric', month: '2-digit', day: '2-digit' });
  return `${p['year']}-${p['month']}-${p['day']}`;
};

/** The fiscal year (1 April to 31 March, JST) that holds the instant; 2014 means 平成26年度. */
export const fiscalYearOf = (at: Date): number => {
  const [year, month] = dayOf(at).split('-').map(Number) as [number, number];
  return month >= 4 ? year : year - 1;
};

/** First instant of a fiscal year and first instant after it. */
export const fiscalYearBounds = (year: number): { from: Date; until: Date } => ({
  from: new Date(`${year}-04-01T00:00:00+09:00`),
  until: new Date(`${year + 1}-04-01T00:00:00+09:00`),
});

/** `令和8年11月23日` or, in English, `23 November 2026`. */
export const longDay = (at: Date, locale: 'ja' | 'en'): string =>
  locale === 'ja'
    ? new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
        timeZone: JST,
        era: 'long',
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      }).format(at)
    : new Intl.DateTimeFormat('en-GB', { timeZone: JST, year: 'numeric', month: 'long', day: 'numeric' }).format(at);

/** `03:12` in Japan. */
export const clockTime = (at: Date): string => {
  const p = parts(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${p['hour']}:${p['minute']}`;
};

/** Adds an ISO 8601 duration of days, hours and minutes, e.g. `P1D`, `PT90M`, `P1DT2H`. Throws on any other. */
export const plus = (at: Date, duration: string): Date => new Date(at.getTime() + milliseconds(duration));

/** The length of an ISO 8601 duration of days, hours and minutes, in milliseconds. */
export const milliseconds = (duration: string): number => {
  const m = /^P(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/u.exec(duration);
  if (m === null || duration.length < 3 || duration.endsWith('T')) throw new RangeError(`not a duration: ${duration}`);
  const [days, hours, minutes] = [m[1], m[2], m[3]].map((n) => Number(n ?? 0)) as [number, number, number];
  return ((days * 24 + hours) * 60 + minutes) * 60_000;
};
