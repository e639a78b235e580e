import { clockTime, dayOf, fiscalYearBounds, fiscalYearOf, formatOf } from '../../kernel/time.ts';
import { language, t } from '../text.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How near a due time is: past, within the hour, today, after, or none. */
export type Nearness = 'late' | 'soon' | 'today' | 'later' | 'none';

/** How near `due` is at `now`. */
export const nearness = (due: Date | null | undefined, now: Date): Nearness => {
  if (due === null || due === undefined) return 'none';
  if (due <= now) return 'late';
  if (due.getTime() - now.getTime() <= HOUR) return 'soon';
  return dayOf(due) === dayOf(now) ? 'today' : 'later';
};

/** A length of time in at most two units: `3秒`, `18分`, `1時間21分`, `2日5時間`. */
export const span = (milliseconds: number): string => {
  const ms = Math.max(0, milliseconds);
  const [days, hours] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR)];
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  if (ms < MINUTE) return t('portal.span.seconds', { n: Math.floor(ms / 1000) });
  if (ms < HOUR) return t('portal.span.minutes', { n: minutes });
  if (ms < DAY)
    return joined(t('portal.span.hours', { n: hours }), minutes > 0 && t('portal.span.minutes', { n: minutes }));
  return joined(t('portal.span.days', { n: days }), hours > 0 && t('portal.span.hours', { n: hours }));
};

const joined = (a: string, b: string | false): string => (b === false ? a : t('portal.span.two', { a, b }));

/** `残り18分` before the due time, `22分超過` after it; from a day on, in whole days. */
export const left = (due: Date, now: Date): string =>
  due > now
    ? t('portal.time.left', { span: rough(Math.ceil((due.getTime() - now.getTime()) / MINUTE) * MINUTE) })
    : t('portal.time.over', { span: rough(now.getTime() - due.getTime()) });

const rough = (ms: number): string => span(ms < DAY ? ms : ms - (ms % DAY));

/** `3分前`; under a minute `いま`. */
export const ago = (at: Date, now: Date): string =>
  now.getTime() - at.getTime() < MINUTE
    ? t('portal.time.now')
    : t('portal.time.ago', { span: span(now.getTime() - at.getTime()) });

const locale = (): string => (language() === 'ja' ? 'ja-JP' : 'en-GB');

/** `11月23日（月）` or `Mon 23 Nov`; with the year when it is not this year's. */
export const dayShort = (at: Date, now?: Date): string => {
  const year = now !== undefined && dayOf(at).slice(0, 4) !== dayOf(now).slice(0, 4);
  const p = Object.fromEntries(
    formatOf(locale(), {
      year: 'numeric',
      month: language() === 'ja' ? 'numeric' : 'short',
      day: 'numeric',
      weekday: 'short',
    })
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  if (language() === 'en') return `${p['weekday']} ${p['day']} ${p['month']}${year ? ` ${p['year']}` : ''}`;
  return `${year ? `${p['year']}年` : ''}${p['month']}月${p['day']}日（${p['weekday']}）`;
};

/** A due day in few words: `27日（金）` in this month, else `12月3日`. */
export const dayBrief = (at: Date, now: Date): string => {
  const whole = dayShort(at, now);
  if (language() === 'en') return whole.replace(/^\w+ /u, '');
  return dayOf(at).slice(0, 7) === dayOf(now).slice(0, 7) ? whole.replace(/^.*月/u, '') : whole.replace(/（.*$/u, '');
};

/** The time of today, else day and time: `03:11`, `11月22日（日） 22:10`. */
export const dayAndTime = (at: Date, now: Date): string =>
  dayOf(at) === dayOf(now) ? clockTime(at) : `${dayShort(at, now)} ${clockTime(at)}`;

/** `令和8年度` or `FY2026`. */
export const fiscal = (at: Date): string => {
  const year = fiscalYearOf(at);
  if (language() === 'en') return `FY${year}`;
  // A year is called after the reign of its first full month: 令和元年度, though its April was of the reign before.
  const reign = formatOf('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric' });
  const named = new Date(fiscalYearBounds(year).from.getTime() + 31 * DAY);
  return `${reign.format(named).replace(/年$/u, '')}年度`;
};
