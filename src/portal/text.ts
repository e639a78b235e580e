import { Fragment, createElement } from 'react';
import type { ReactNode } from 'react';
import type { Bilingual } from '../kernel/shapes.ts';

/** The two languages of the portal. Japanese is the source, English is complete. */
export type Language = 'ja' | 'en';
/** Texts by key. */
export type Catalogue = Readonly<Record<string, string>>;
/** What a text may be filled with. */
export type Params = Readonly<Record<string, string | number>>;

let texts: Catalogue = {};
let speaking: Language = 'ja';

/** Takes the texts of one language into use; later catalogues win. */
export const speak = (language: Language, catalogues: readonly Catalogue[]): void => {
  speaking = language;
  texts = Object.assign({}, ...catalogues) as Catalogue;
};

/** The language in use. */
export const language = (): Language => speaking;

/** Whether a text stands under the key. */
export const hasText = (key: string): boolean => key in texts;

const HOLE = /\{(\w+)\}/gu;

/** The text under the key, its `{name}` holes filled. A missing key shows itself, so that it is seen. */
export const t = (key: string, params: Params = {}): string =>
  (texts[key] ?? key).replace(HOLE, (hole, name: string) => (name in params ? spoken(params[name] ?? '') : hole));

/** Like `t`, with nodes in the holes. */
export const rich = (key: string, params: Readonly<Record<string, ReactNode>>): ReactNode => {
  const pieces = (texts[key] ?? key).split(HOLE);
  return pieces.map((piece, i) =>
    createElement(Fragment, { key: i }, i % 2 === 0 ? piece : (params[piece] ?? `{${piece}}`)),
  );
};

/** The words of the language in use. */
export const both = (words: Bilingual): string => words[speaking];

/** A figure as it is read: `1,658`. */
export const figure = (n: number): string => new Intl.NumberFormat(speaking === 'ja' ? 'ja-JP' : 'en-GB').format(n);

const spoken = (value: string | number): string => (typeof value === 'number' ? figure(value) : value);

const COOKIE = 'noroshi_lang';

/** The language a cookie header or `document.cookie` asks for, Japanese unless it says English. */
export const languageOf = (cookies: string): Language =>
  cookies.split(';').some((c) => c.trim() === `${COOKIE}=en`) ? 'en' : 'ja';

/** Keeps the choice for a year and opens the page anew in that language. */
export const chooseLanguage = (next: Language): void => {
  // biome-ignore lint/suspicious/noDocumentCookie: the plain pages of the server read the same cookie.
  document.cookie = `${COOKIE}=${next}; path=/; max-age=31536000; samesite=lax`;
  location.reload();
};
