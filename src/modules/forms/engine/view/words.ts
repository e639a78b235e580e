/** The room's texts for what is rendered without the portal: on the server, in print, in a file. */
import en from '../../messages/en.json' with { type: 'json' };
import ja from '../../messages/ja.json' with { type: 'json' };
import { figure, type Locale, type Voice } from './voice.ts';

const texts: Readonly<Record<Locale, Readonly<Record<string, string>>>> = { ja, en };

/** The voice of a language. A missing key shows itself, so that it is seen. */
export const voiceOf = (locale: Locale): Voice => ({
  locale,
  say: (key, params = {}) =>
    (texts[locale][key] ?? key).replace(/\{(\w+)\}/gu, (place, name: string) => {
      const value = Object.hasOwn(params, name) ? params[name] : place;
      return typeof value === 'number' ? figure(value, locale) : (value ?? place);
    }),
});
