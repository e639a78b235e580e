import type { FormDefinition } from '../../../../kernel/form.ts';
import type { FileOf, Files } from '../files.ts';
import type { Say } from '../problems.ts';
import type { Path, Source } from '../source.ts';

/** A file whose data fit its shape. */
export type Read<F> = F extends FileOf<infer T> ? { readonly source: Source; readonly data: T } : never;

/** A programme of which every file could be read, so that one may be held against the other. */
export type Whole = { readonly [P in Exclude<keyof Files, 'forms' | 'lists'>]: Read<Files[P]> } & {
  readonly forms: readonly Read<FileOf<FormDefinition>>[];
  readonly lists: Files['lists'];
};

/** The files as a whole, unless one of them could not be read. */
export const wholeOf = (files: Files): Whole | undefined => {
  const { forms, lists: _, ...parts } = files;
  return [...Object.values(parts), ...forms].every((it) => it.data !== undefined)
    ? (files as unknown as Whole)
    : undefined;
};

/** Says each item whose key an earlier one has already. */
export const sayDuplicates = (say: Say, source: Source, path: Path, what: string, keys: readonly string[]): void =>
  keys.forEach((key, i) => {
    if (keys.indexOf(key) < i) say(source, [...path, i], 'programme.problem.duplicate', { what, key });
  });

/** Says a key that refers to nothing. */
export const sayUnknown = (
  say: Say,
  source: Source,
  path: Path,
  what: string,
  key: string,
  known: ReadonlySet<string>,
): void => {
  if (!known.has(key)) say(source, path, 'programme.problem.unknown-key', { what, key });
};
