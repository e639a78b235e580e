import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formDefinition, type FormDefinition } from '../../../kernel/form.ts';
import { bodiesFile, capacitiesFile } from '../shapes/bodies.ts';
import { changesFile } from '../shapes/changes.ts';
import { channelsFile } from '../shapes/channels.ts';
import { codesFile, type CodeList } from '../shapes/codes.ts';
import { drillsFile, kindsFile, surveysFile } from '../shapes/kinds.ts';
import { levelsFile } from '../shapes/levels.ts';
import { measuresFile } from '../shapes/measures.ts';
import { obligationsFile } from '../shapes/obligations.ts';
import { programmeFile } from '../shapes/programme.ts';
import { routesFile } from '../shapes/routes.ts';
import { sectorsFile } from '../shapes/sectors.ts';
import type { z } from 'zod';
import type { Say } from './problems.ts';
import { fit } from './shape.ts';
import { type Path, readSource, type Source } from './source.ts';

const shapes = {
  programme: programmeFile,
  sectors: sectorsFile,
  bodies: bodiesFile,
  capacities: capacitiesFile,
  routes: routesFile,
  obligations: obligationsFile,
  kinds: kindsFile,
  levels: levelsFile,
  codes: codesFile,
  measures: measuresFile,
  changes: changesFile,
  channels: channelsFile,
  drills: drillsFile,
  surveys: surveysFile,
} as const;
type Part = keyof typeof shapes;

/** A file with the data it holds; `data` is missing when the file did not fit its shape. */
export interface FileOf<T> {
  readonly source: Source;
  readonly data: T | undefined;
}

/** A code list and where it stands. */
export interface PlacedList {
  readonly source: Source;
  readonly path: Path;
  readonly list: CodeList;
}

/** All files of a programme as they were read. */
export type Files = { readonly [P in Part]: FileOf<z.output<(typeof shapes)[P]>> } & {
  readonly forms: readonly FileOf<FormDefinition>[];
  readonly lists: readonly PlacedList[];
};

/** What stands for a file that may be left out. */
const without: Readonly<Record<string, string>> = {
  'changes.yaml': 'changes: []',
  'channels.yaml': 'spaces: []',
  'drills.yaml': 'drills: []',
  'surveys.yaml': 'surveys: []',
  'obligations.yaml': 'obligations: []',
  'levels.yaml': 'levels: []',
};

/** Reads every file of a programme's folder. Those in `without` may be left out; a stray file is a problem. */
export const readFiles = async (folder: string, say: Say): Promise<Files> => {
  const parts = Object.keys(shapes) as Part[];
  await strays(folder, new Set(parts.map((part) => `${part}.yaml`)), say);
  const read = await Promise.all(
    parts.map(async (part) => [part, await one(folder, `${part}.yaml`, shapes[part], say)] as const),
  );
  const files = Object.fromEntries(read) as unknown as { readonly [P in Part]: FileOf<z.output<(typeof shapes)[P]>> };
  const names = (await namesIn(join(folder, 'forms'))).filter((name) => name.endsWith('.yaml'));
  const own = names.filter((name) => name.endsWith('.codes.yaml'));
  const forms = await Promise.all(
    names.filter((name) => !own.includes(name)).map((name) => one(folder, join('forms', name), formDefinition, say)),
  );
  const more = await Promise.all(own.map((name) => one(folder, join('forms', name), codesFile, say)));
  return { ...files, forms, lists: [files.codes, ...more].flatMap(placed) };
};

const placed = (file: FileOf<z.output<typeof codesFile>>): PlacedList[] =>
  (file.data?.lists ?? []).map((list, i) => ({ source: file.source, path: ['lists', i], list }));

const one = async <T extends z.ZodType>(
  folder: string,
  name: string,
  shape: T,
  say: Say,
): Promise<FileOf<z.output<T>>> => {
  const file = join(folder, name);
  const text = await readFile(file, 'utf8').catch(() => undefined);
  const source = readSource(file, text ?? without[name] ?? '');
  if (text !== undefined || name in without) return { source, data: fit(source, shape, say) };
  say(source, [], 'programme.problem.file-missing');
  return { source, data: undefined };
};

const strays = async (folder: string, known: ReadonlySet<string>, say: Say): Promise<void> => {
  for (const name of await namesIn(folder)) {
    if (name.startsWith('.') || name.endsWith('.md') || name === 'forms' || known.has(name)) continue;
    say(readSource(join(folder, name), ''), [], 'programme.problem.file-unknown');
  }
};

const namesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).toSorted((a, b) => a.localeCompare(b));
