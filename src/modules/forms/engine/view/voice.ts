/** Who renders gives the words: the portal its texts in use, the server those of `words.ts`. */
import type { Problem } from '../values.ts';

/** A language the room speaks. */
export type Locale = 'ja' | 'en';

/** A language, and the text under a key of this room's messages with its `{name}` places filled. */
export interface Voice {
  readonly locale: Locale;
  readonly say: (key: string, params?: Readonly<Record<string, string | number>>) => string;
}

/** A figure with its thousands parted, up to ten decimals. */
export const figure = (n: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'ja' ? 'ja-JP' : 'en-GB', { maximumFractionDigits: 10 }).format(n);

/** What is wrong with an answer and what to do about it, as a sentence. */
export const sayProblem = (voice: Voice, problem: Problem): string =>
  voice.say(`forms.problem.${problem.code}`, problem.params);
