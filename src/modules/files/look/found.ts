import { withoutControlCharacters } from '../../../kernel/text.ts';

/** What in a file named somebody or something. */
export const findings = [
  'author',
  'company',
  'title',
  'comment',
  'place',
  'camera',
  'software',
  'path',
  'time',
  'other',
] as const;
export type Finding = (typeof findings)[number];

/** One thing that was found and taken out; `text` are its own words where it has any. */
export interface Found {
  readonly what: Finding;
  readonly text: string | null;
}

/** A finding in few words that are safe to show. */
export const found = (what: Finding, text: string | null): Found => {
  const said = text === null ? '' : withoutControlCharacters(text.toWellFormed().replaceAll(/[\s\0]+/gu, ' ')).trim();
  return { what, text: said === '' ? null : said.slice(0, 200).toWellFormed() };
};

/** Each once, and no more than a person reads. */
export const gathered = (all: readonly Found[]): Found[] =>
  [...new Map(all.map((it) => [`${it.what} ${it.text ?? ''}`, it])).values()].slice(0, 30);

/** A file as it may be kept: clean, with what was taken out of it and what can be read in it. */
export interface Cleaned {
  readonly bytes: Buffer;
  readonly found: readonly Found[];
  readonly text: string;
  /** Whether there is something in it that no machine has read, such as a picture. */
  readonly unread: boolean;
}
