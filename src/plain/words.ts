import { clockTime, dayOf, longDay } from '../kernel/time.ts';
import type { Bilingual } from '../kernel/shapes.ts';
import type { Locale } from '../platform/acting.ts';
import type { Words } from '../platform/http/problem.ts';

/** What the pages say, in one language. */
export interface Voice {
  readonly locale: Locale;
  /** The text under the key, its `{name}` holes filled. A missing key shows itself, so that it is seen. */
  t(key: string, params?: Readonly<Record<string, string | number>>): string;
  both(words: Bilingual): string;
  /** A moment in Japan: the time of today, else day and time. */
  moment(at: string | null): string;
  /** Day and time in Japan, however near. */
  whole(at: string): string;
  /** What is left until a deadline, or how long it is past, and until when it was. */
  left(due: string): string;
}

/** The voice of a language at a moment. */
export const voiceAt = (locale: Locale, words: Words, now: Date): Voice => {
  const t: Voice['t'] = (key, params = {}) =>
    (words(key) ?? key).replace(/\{(\w+)\}/gu, (hole, name: string) => (name in params ? String(params[name]) : hole));
  const moment: Voice['moment'] = (at) => {
    if (at === null) return '';
    const when = new Date(at);
    return dayOf(when) === dayOf(now) ? clockTime(when) : `${longDay(when, locale)} ${clockTime(when)}`;
  };
  const span = (ms: number): string => {
    const minutes = Math.floor(ms / 60_000);
    if (minutes < 60) return t('plain.span.minutes', { n: minutes });
    if (minutes < 48 * 60) return t('plain.span.hours', { n: Math.floor(minutes / 60) });
    return t('plain.span.days', { n: Math.floor(minutes / 1440) });
  };
  return {
    locale,
    t,
    both: (it) => it[locale],
    moment,
    whole: (at) => `${longDay(new Date(at), locale)} ${clockTime(new Date(at))} JST`,
    left: (due) => {
      const ms = new Date(due).getTime() - now.getTime();
      return t(ms > 0 ? 'plain.left' : 'plain.over', { span: span(Math.abs(ms)), at: moment(due) });
    },
  };
};
