/** Time as officials read it: days, eras, quarters, fiscal years and lengths. Nothing here asks what time it is. */

/** The injected clock: the only place that knows what time it is. */
export interface Clock {
  now(): Date;
}

/** By which calendar a programme counts. */
export interface Calendar {
  /** An IANA zone, e.g. `Europe/Brussels`. */
  readonly timeZone: string;
  /** The day on which a fiscal year begins, as `04-01`. A year is called after the one it begins in. */
  readonly fiscalYearBegins: string;
}

let kept: Calendar | undefined;

/** Puts the calendar of this process or page in place: once, with its programme. What is not told a calendar goes by it. */
export const keepTime = (calendar: Calendar): void => {
  kept = calendar;
};

/** The calendar in place. Throws before there is one, which is a mistake of the composition. */
export const theCalendar = (): Calendar => {
  if (kept === undefined) throw new Error('no calendar is in place');
  return kept;
};

// To make a format is dear.
const formats = new Map<string, Intl.DateTimeFormat>();

/** A format of the calendar's zone, made once. */
export const formatOf = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
  { timeZone } = theCalendar(),
): Intl.DateTimeFormat => {
  const key = [timeZone, locale, ...Object.entries(options).flat()].join(' ');
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
};

type Wall = readonly [year: number, month: number, day: number, hour: number, minute: number, second: number];

const two = '2-digit';
const wallFormat = {
  year: 'numeric',
  month: two,
  day: two,
  hour: two,
  minute: two,
  second: two,
  hourCycle: 'h23',
} as const;

const wallOf = (at: Date, calendar: Calendar): Wall => {
  const parts = formatOf('en-CA', wallFormat, calendar).formatToParts(at);
  const part = Object.fromEntries(parts.map((p) => [p.type, Number(p.value)]));
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

const pad = (n: number): string => String(n).padStart(2, '0');
const beginsOn = ({ fiscalYearBegins }: Calendar): [month: number, day: number] =>
  fiscalYearBegins.split('-').map(Number) as [number, number];

/** The day that an instant falls on, as `2026-11-23`. */
export const dayOf = (at: Date, calendar = theCalendar()): string => {
  const [year, month, day] = wallOf(at, calendar);
  return `${year}-${pad(month)}-${pad(day)}`;
};

/** The instant at which clocks show a time, `01:10` or midnight, on a day, `2026-11-23`. An invalid date where there is no such day. */
export const instantAt = (day: string, time = '00:00', calendar = theCalendar()): Date => {
  const written = new Date(`${day}T${time}Z`);
  if (Number.isNaN(written.getTime())) return written;
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return instantOf([year, month, date, written.getUTCHours(), written.getUTCMinutes(), 0], calendar);
};

/** The day so many days later. No clock is asked: a day of 23 hours is one too. */
export const dayPlus = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** `03:12` where the programme's clocks are. */
export const clockTime = (at: Date, calendar = theCalendar()): string => {
  const [, , , hour, minute] = wallOf(at, calendar);
  return `${pad(hour)}:${pad(minute)}`;
};

/** `03:12:40`. */
export const clockSeconds = (at: Date, calendar = theCalendar()): string =>
  `${clockTime(at, calendar)}:${pad(at.getUTCSeconds())}`;

/** What the zone is called at an instant, e.g. `JST` or `CEST`; `GMT+3` where nobody has named it. */
export const zoneName = (at: Date, calendar = theCalendar()): string => {
  const names = ['en-GB', 'ja-JP', 'en-US', 'en-AU'].map(
    (locale) =>
      formatOf(locale, { timeZoneName: 'short' }, calendar)
        .formatToParts(at)
        .find((p) => p.type === 'timeZoneName')?.value ?? '',
  );
  return names.find((it) => !/^(GMT|UTC)[+-−]/u.test(it)) ?? names[0] ?? '';
};

const long = { year: 'numeric', month: 'long', day: 'numeric' } as const;

/** `令和8年11月23日` or, in English, `23 November 2026`. */
export const longDay = (at: Date, locale: 'ja' | 'en', calendar = theCalendar()): string =>
  locale === 'ja'
    ? formatOf('ja-JP-u-ca-japanese', { ...long, era: 'long' }, calendar).format(at)
    : formatOf('en-GB', long, calendar).format(at);

/** The fiscal year that holds the instant: 2014 is 平成26年度 where years begin on 1 April. */
export const fiscalYearOf = (at: Date, calendar = theCalendar()): number => {
  const day = dayOf(at, calendar);
  return Number(day.slice(0, 4)) - (day.slice(5) < calendar.fiscalYearBegins ? 1 : 0);
};

/** The first instants of the four quarters of a fiscal year, and the first instant after them. */
export const quartersOf = (year: number, calendar = theCalendar()): Date[] => {
  const [month, day] = beginsOn(calendar);
  return [0, 3, 6, 9, 12].map((months) => instantOf([year, month + months, day, 0, 0, 0], calendar));
};

/** First instant of a fiscal year and first instant after it. */
export const fiscalYearBounds = (year: number, calendar = theCalendar()): { from: Date; until: Date } => {
  const bounds = quartersOf(year, calendar);
  return { from: bounds[0] as Date, until: bounds[4] as Date };
};

/** The first instant after the fiscal quarter that holds the instant: the quarter has ended when it has come. */
export const quarterEnd = (at: Date, calendar = theCalendar()): Date =>
  quartersOf(fiscalYearOf(at, calendar), calendar).find((it) => it > at) as Date;

/** Adds an ISO 8601 duration of days, hours and minutes, e.g. `P1D`, `PT90M`, `P1DT2H`. Throws on any other. */
export const plus = (at: Date, duration: string): Date => new Date(at.getTime() + milliseconds(duration));

/** The length of an ISO 8601 duration of days, hours and minutes, in milliseconds. */
export const milliseconds = (duration: string): number => {
  const [months, days, hours, minutes] = lengthOf(duration);
  if (months > 0) throw new RangeError(`a month has no length: ${duration}`);
  return ((days * 24 + hours) * 60 + minutes) * 60_000;
};

const DURATION = /^P(?:(\d{1,2})M|(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?)$/u;

const lengthOf = (duration: string): [months: number, days: number, hours: number, minutes: number] => {
  const found = DURATION.exec(duration);
  if (found === null || duration.endsWith('P') || duration.endsWith('T'))
    throw new RangeError(`not a duration: ${duration}`);
  return found.slice(1).map((n) => Number(n ?? 0)) as [number, number, number, number];
};

/**
 * An instant a length of time later (`P1M`, `P30D`, `PT72H`). Months and days are the calendar's: the same time of day, and
 * for a day that the month does not have its last. Hours and minutes are as long as they are, also when clocks change.
 */
export const later = (at: Date, duration: string, calendar = theCalendar()): Date => {
  const [months, days, hours, minutes] = lengthOf(duration);
  const [year, month, day, ...time] = wallOf(at, calendar);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const moved =
    months === 0 && days === 0
      ? at
      : instantOf([year, month + months, Math.min(day, last) + days, ...time] as unknown as Wall, calendar);
  return new Date(moved.getTime() + (hours * 60 + minutes) * 60_000);
};
