/** An answer as a person reads it. */
import type { FormCodes, LeafField } from '../../../../kernel/form.ts';
import { defang } from '../../../../kernel/text.ts';
import { clockTime, formatOf, instantAt, longDay } from '../../../../kernel/time.ts';
import type { Answer, Contact, Plain, Precision } from '../values.ts';
import { figure, type Locale, type Voice } from './voice.ts';

/** The words of an answer: `およそ 3,000 人`, `0〜3,000 人`, `まだ不明`. Empty without an answer. */
export const textOf = (field: LeafField, answer: Answer | undefined, voice: Voice, codes: FormCodes): string => {
  if (answer === undefined) return '';
  const unit = field.unit === undefined ? '' : ` ${field.unit[voice.locale]}`;
  const timed = field.type === 'instant' || field.type === 'date';
  const plain = (value: Plain, precision?: Precision): string => plainText(field, value, voice, codes, precision);
  switch (answer.state) {
    case 'known':
      return `${plain(answer.value)}${unit}`;
    case 'about':
      return voice.say(timed ? 'forms.value.about-time' : 'forms.value.about', {
        value: `${plain(answer.value, answer.precision)}${unit}`,
      });
    case 'between':
      return `${voice.say('forms.value.between', { from: plain(answer.from), to: plain(answer.to) })}${unit}`;
    case 'unknown':
      return voice.say('forms.value.unknown');
    case 'withheld':
      return voice.say('forms.value.withheld');
  }
};

const plainText = (field: LeafField, value: Plain, voice: Voice, codes: FormCodes, precision?: Precision): string => {
  const { locale } = voice;
  if (typeof value === 'number') return figure(value, locale);
  if (typeof value === 'boolean') return voice.say(value ? 'forms.value.yes' : 'forms.value.no');
  if (typeof value === 'string') {
    if (field.type === 'instant') return timeText(new Date(value), voice, precision ?? 'minute');
    if (field.type === 'date')
      return timeText(instantAt(value), voice, precision === undefined ? 'day' : coarsest(precision));
    if (field.type === 'choice') return codeText(field, value, locale, codes);
    return field.indicator === true ? defang(value) : value;
  }
  if ('length' in value)
    return value.map((code) => codeText(field, code, locale, codes)).join(locale === 'ja' ? '、' : ', ');
  return contactText(value, locale);
};

const coarsest = (precision: Precision): Precision =>
  precision === 'minute' || precision === 'hour' ? 'day' : precision;

// A code that its list has lost is shown as it is: what was reported does not change with the list.
const codeText = (field: LeafField, code: string, locale: Locale, codes: FormCodes): string =>
  codes[field.codes ?? '']?.find((entry) => entry.code === code)?.title[locale] ?? code;

const contactText = (it: Contact, locale: Locale): string =>
  [it.unit, it.name, it.phone, it.mail].filter((part) => part !== undefined).join(locale === 'ja' ? '　' : ', ');

/** A time of the programme's clocks, as coarse as it was said. */
const timeText = (at: Date, voice: Voice, precision: Precision): string => {
  const { locale } = voice;
  if (precision === 'year' || precision === 'month') return calendar(at, locale, precision);
  const day = longDay(at, locale);
  if (precision === 'day') return day;
  const seconds = at.getUTCSeconds();
  const time = `${clockTime(at)}${seconds === 0 ? '' : `:${String(seconds).padStart(2, '0')}`}`;
  if (precision === 'hour') return voice.say('forms.value.hour', { day, hour: String(Number(time.slice(0, 2))) });
  const weekday = formatOf(locale === 'ja' ? 'ja-JP' : 'en-GB', { weekday: 'short' }).format(at);
  return voice.say('forms.value.minute', { day, weekday, time });
};

const calendar = (at: Date, locale: Locale, precision: 'year' | 'month'): string =>
  formatOf(locale === 'ja' ? 'ja-JP-u-ca-japanese' : 'en-GB', {
    year: 'numeric',
    ...(locale === 'ja' ? { era: 'long' as const } : {}),
    ...(precision === 'month' ? { month: 'long' as const } : {}),
  }).format(at);
