import en from '../messages/en.json' with { type: 'json' };
import ja from '../messages/ja.json' with { type: 'json' };
import type { Path, Place, Source } from './source.ts';

/** The key of a sentence about something wrong with a programme. */
export type ProblemKey = keyof typeof en;

/** What the sentence fills in. */
export type ProblemWords = Readonly<Record<string, string | number>>;

/** Something wrong with a programme: where it stands, and what a person reads about it. */
export interface Problem extends Place {
  readonly file: string;
  readonly says: string;
}

/** Notes a problem at a member of a file. */
export type Say = (source: Source, path: Path, key: ProblemKey, words?: ProblemWords) => void;

/** A list to which problems are said, in one language; they come out by file, line and column. */
export const listening = (locale: 'ja' | 'en'): { readonly say: Say; found(): readonly Problem[] } => {
  const list: Problem[] = [];
  return {
    say: (source, path, key, words = {}) =>
      void list.push({
        file: source.file,
        ...source.place(path),
        says: filled((locale === 'ja' ? ja : en)[key], words),
      }),
    found: () => list.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.col - b.col),
  };
};

const filled = (text: string, words: ProblemWords): string =>
  text.replace(/\{(\w+)\}/gu, (_, name: string) => `${words[name] ?? ''}`);

/** A problem on one line: `sectors.yaml:12:5: There is no body with the key mlti.` */
export const inOneLine = ({ file, line, col, says }: Problem): string => `${file}:${line}:${col}: ${says}`;
