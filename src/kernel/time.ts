/** Time as officials read it: JST, eras, fiscal years; and days, quarters and lengths by a calendar. Nothing here asks what time it is. */
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

/** By which calendar a programme counts. */
export interface Calendar {
  /** An IANA zone, e.g. `Europe/Brussels`. */
  readonly timeZone: string;
  /** `04-01` */
  readonly fiscalYearBegins: string;
}

type Wall = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

// To make a format is dear.
const formats = new Map<string, Intl.DateTimeFormat>();
const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
};

const wallOf = (at: Date, { timeZone }: Calendar): Wall => {
  const part = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(at)
      .map((p) => [p.type, Number(p.value)]),
  );
  return [part['year'], part['month'], part['day'], part['hour'], part['minute'], part['second']] as unknown as Wall;
};

const utc = ([year, month, day, hour, minute, second]: Wall): number =>
  Date.UTC(year, month - 1, day, hour, minute, second);

/** The instant at which clocks show this; one that a change of clocks leaves out is taken an hour later. */
const instantOf = (wall: Wall, calendar: Calendar): Date => {
  const wanted = utc(wall);
  const offset = (at: number): number => utc(wallOf(new Date(at), calendar)) - at;
  const first = wanted - offset(wanted);
  return new Date(wanted - offset(first));
};

/** The day that an instant falls on, as `2026-11-23`. */
export const dayOn = (at: Date, calendar: Calendar): string => {
  const [year, month, day] = wallOf(at, calendar);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** The first instant after the fiscal quarter that holds the instant: the quarter has ended when it has come. */
export const quarterEnd = (at: Date, calendar: Calendar): Date => {
  const [begins, first] = calendar.fiscalYearBegins.split('-').map(Number) as [number, number];
  const [year] = wallOf(at, calendar);
  for (let month = begins - 12; ; month += 3) {
    const end = instantOf([year, month, first, 0, 0, 0], calendar);
    if (end > at) return end;
  }
};

const DURATION = /^P(?:(\d{1,2})M|(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?)$/u;

/**
 * An instant a length of time later (`P1M`, `P30D`, `PT72H`). Months and days are the calendar's: the same time of day, and
 * for a day that the month does not have its last. Hours and minutes are as long as they are, also when clocks change.
 */
export const later = (at: Date, duration: string, calendar: Calendar): Date => {
  const found = DURATION.exec(duration);
  if (found === null || duration.endsWith('P') || duration.endsWith('T'))
    throw new RangeError(`not a duration: ${duration}`);
  const [months, days, hours, minutes] = found.slice(1).map((n) => Number(n ?? 0)) as [number, number, number, number];
  const [year, month, day, ...time] = wallOf(at, calendar);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved =
    months === 0 && days === 0
      ? at
      : instantOf([year, month + months, Math.min(day, last) + days, ...time] as unknown as Wall, calendar);
  return new Date(moved.getTime() + (hours * 60 + minutes) * 60_000);
};
