/** A filled-in sheet, taken back to answers: what can be read is, what cannot is named by its cell. */
import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { read, type Reading } from '../engine/read.ts';
import { answersOf, problemsOf } from '../engine/validate.ts';
import { type Answers, isState, type Problem, type ProblemCode } from '../engine/values.ts';
import type { Locale, Voice } from '../engine/view/voice.ts';
import { voiceOf } from '../engine/view/words.ts';
import { type Cells, cellsOf, type CellValue } from './cells.ts';
import {
  answerStates,
  columns,
  type ContactPart,
  firstRow,
  isBlank,
  linesOf,
  markRow,
  meant,
  pathOf,
  precisions,
  precisionWord,
  type SheetRow,
  stateWord,
} from './rows.ts';
import { valueIn } from './values.ts';

/** The mark that says which form a sheet is, in which version, for which purpose. */
export interface SheetMark {
  readonly form: string;
  readonly version: number;
  readonly purpose: string;
}

/** One thing that is wrong with a cell; `not-asked` says that its condition does not hold, so it was left out. */
export interface SheetProblem {
  readonly cell: string;
  readonly path: string;
  readonly code: ProblemCode | 'not-asked';
  readonly params: Problem['params'];
}

/** What a sheet said. Wrong answers are left out and told in `problems`. */
export interface SheetReading {
  readonly answers: Answers;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly problems: readonly SheetProblem[];
}

const MOST_PROBLEMS = 100;
const MARK = /^noroshi ([a-z][a-z0-9.-]{0,59}) (\d{1,4}) ([a-z][a-z0-9.-]{0,59})$/u;

/** The cells of a file and the mark of the form they belong to. Refuses what is no sheet of a form. */
export const openSheet = (bytes: Buffer): { mark: SheetMark; cells: Cells } => {
  const cells = cellsOf(bytes);
  const [, form, version, purpose] = MARK.exec(String(cells.at.get(`${columns.path}${markRow}`) ?? '')) ?? [];
  if (form === undefined || version === undefined || purpose === undefined) throw new Refusal('sheet-of-another-form');
  return { mark: { form, version: Number(version), purpose }, cells };
};

/** What the cells say, held against the form; `stage` is what its conditions see. */
export const readSheet = (
  cells: Cells,
  definition: FormDefinition,
  { codes, stage, now }: { codes: FormCodes; stage: string; now: Date },
): SheetReading => {
  const found = rawsIn(cells, definition, codes);
  const reading = read(definition, found.answers, { codes, stage, now, subject: found.subject });
  const readings = reading.sections.flatMap((it) => it.readings);
  const good = readings.map(sound);
  const cellOf = (path: string): string =>
    found.cells.get(path) ?? [...found.cells].find(([at]) => at.startsWith(`${path}.`))?.[1] ?? '';
  const wrong = [...reading.problems, ...readings.flatMap(problemsOf)].map((it) => ({ cell: cellOf(it.path), ...it }));
  const unasked = readings
    .flatMap((it) => [it, ...(it.entries ?? []).flat()])
    .filter((it) => !it.visible && !isBlank(it.raw))
    .map((it) => ({ cell: cellOf(it.path), path: it.path, code: 'not-asked' as const, params: {} }));
  return {
    answers: answersOf(good),
    subject: Object.fromEntries(good.flatMap(bound)),
    problems: [...found.problems, ...wrong, ...unasked].slice(0, MOST_PROBLEMS),
  };
};

// What of a reading is right: a wrong answer is as if it had not been given.
const sound = (it: Reading): Reading => ({
  ...it,
  answer: it.problems.length === 0 ? it.answer : undefined,
  entries: it.entries?.map((entry) => entry.map(sound)),
});

const bound = ({ field, answer }: Reading): [string, unknown][] => {
  if (field.binds === undefined || answer === undefined) return [];
  const value: unknown = field.uncertain === undefined && answer.state === 'known' ? answer.value : answer;
  return [[field.binds, value]];
};

interface Found {
  readonly answers: Record<string, unknown>;
  readonly subject: Record<string, unknown>;
  readonly cells: Map<string, string>;
  readonly problems: SheetProblem[];
}

const voices: Readonly<Record<Locale, Voice>> = { ja: voiceOf('ja'), en: voiceOf('en') };

const rawsIn = (cells: Cells, definition: FormDefinition, codes: FormCodes): Found => {
  const found: Found = { answers: {}, subject: {}, cells: new Map(), problems: [] };
  const rows = rowsByPath(definition);
  for (let n = firstRow; n <= cells.lastRow; n += 1) {
    const path = String(cells.at.get(`${columns.path}${n}`) ?? '').trim();
    const at = (column: keyof typeof columns): CellValue | undefined => cells.at.get(`${columns[column]}${n}`);
    const given = [at('state'), at('value'), at('until')];
    const cell = `${columns.value}${n}`;
    const row = rows(path);
    if (row !== undefined && !found.cells.has(row.path)) found.cells.set(row.path, cell);
    if (given.every((it) => it === undefined || isBlank(it))) continue;
    if (row === undefined) {
      found.problems.push({ cell, path: path.slice(0, 60), code: 'unknown-field', params: {} });
      continue;
    }
    const raw = rawOf(row, given, codes, cells.from1904);
    if (raw === undefined)
      found.problems.push({ cell: `${columns.state}${n}`, path, code: 'unknown-state', params: {} });
    else put(found, row, raw);
  }
  return found;
};

/** Finds the row that a path means: entries beyond those that a blank sheet offers are rows like them. */
const rowsByPath = (definition: FormDefinition): ((path: string) => SheetRow | undefined) => {
  const lines = linesOf(definition, { answers: {}, subject: {} }, voices.ja).flatMap((it) =>
    'path' in it ? [it] : [],
  );
  const known = new Map(lines.map((it) => [pathOf(it), it]));
  return (path) => {
    const first = known.get(path);
    if (first !== undefined) return first;
    const place = /^([A-Za-z0-9]+)\.(\d{1,2})\.([A-Za-z0-9]+)(?:#([a-z]+))?$/u.exec(path);
    const alike = place === null ? undefined : known.get(path.replace(`.${place[2]}.`, '.0.'));
    return alike === undefined ? undefined : { ...alike, path: path.split('#')[0] ?? path };
  };
};

const rawOf = (
  { field, part }: SheetRow,
  [said, value, until]: readonly (CellValue | undefined)[],
  codes: FormCodes,
  from1904: boolean,
): unknown => {
  const word = String(said ?? '').trim();
  const state = word === '' ? 'known' : meant(word, answerStates, stateWord, voices);
  if (state === undefined || !isState(state)) return undefined;
  const there = (cell: CellValue | undefined): unknown =>
    cell === undefined || isBlank(cell) ? undefined : valueIn(field, cell, codes, from1904);
  const one = there(value);
  if (part !== undefined) return { state, ...(one === undefined ? {} : { value: { [part]: one } }) };
  if (state === 'between') return { state, from: one, to: there(until) };
  if (state !== 'about' || until === undefined || isBlank(until))
    return { state, ...(one === undefined ? {} : { value: one }) };
  const coarse = meant(String(until).trim(), precisions, precisionWord, voices) ?? String(until).slice(0, 40);
  return { state, value: one, precision: coarse };
};

/** Puts what a row says where the form expects it; the parts of a contact come together. */
const put = (found: Found, row: SheetRow, raw: unknown): void => {
  if (row.field.binds !== undefined) found.subject[row.field.binds] = raw;
  else {
    const [key = '', ...rest] = row.path.split('.');
    if (rest.length === 0) found.answers[key] = joined(found.answers[key], raw, row.part);
    else if (rest.length === 1) entryIn(found.answers, key, rest[0] ?? '', raw, row.part);
    else {
      const list = (found.answers[key] ??= []) as Record<string, unknown>[];
      const index = Number(rest[0]);
      while (list.length <= index) list.push({});
      const entry = list[index] as Record<string, unknown>;
      entry[rest[1] ?? ''] = joined(entry[rest[1] ?? ''], raw, row.part);
    }
  }
};

const entryIn = (
  answers: Record<string, unknown>,
  key: string,
  inner: string,
  raw: unknown,
  part?: ContactPart,
): void => {
  const entry = (answers[key] ??= {}) as Record<string, unknown>;
  entry[inner] = joined(entry[inner], raw, part);
};

const joined = (before: unknown, raw: unknown, part: ContactPart | undefined): unknown => {
  if (part === undefined || before === undefined) return raw;
  const [a, b] = [before, raw] as { state: string; value?: object }[];
  const value = { ...a?.value, ...b?.value };
  return { ...(b?.state === 'known' ? a : b), ...(Object.keys(value).length === 0 ? {} : { value }) };
};
