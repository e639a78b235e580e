/** What an answer is: a value together with how sure it is. The five states are different data and stay different. */
import type { AnswerState } from '../../../kernel/form.ts';

/** A person or desk to reach; every part may be missing, not all of them. */
export interface Contact {
  readonly name?: string;
  readonly unit?: string;
  readonly phone?: string;
  readonly mail?: string;
}

/** A value as it is kept: instants are RFC 3339 UTC, dates `2026-11-23`, codes and lists of codes as strings. */
export type Plain = string | number | boolean | readonly string[] | Contact;

/** How coarse an *about* of a time is. */
export const precisions = ['minute', 'hour', 'day', 'month', 'year'] as const;
export type Precision = (typeof precisions)[number];

/** One normalised answer. */
export type Answer =
  | { readonly state: 'known'; readonly value: Plain }
  | { readonly state: 'about'; readonly value: Plain; readonly precision?: Precision }
  | { readonly state: 'between'; readonly from: Plain; readonly to: Plain }
  | { readonly state: 'unknown' }
  | { readonly state: 'withheld' };

/** The answers of one group, or of one entry of a repeated group. */
export type Entry = Readonly<Record<string, Answer>>;

/** The normalised answers of a form, by the key of the field. */
export type Answers = Readonly<Record<string, Answer | Entry | readonly Entry[]>>;

/** One thing wrong with one answer. `path` names the field, such as `services.2.name`; the whole form is ``. */
export interface Problem {
  readonly path: string;
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Every way in which an answer can be refused. */
export const problemCodes = [
  'unknown-field',
  'unknown-member',
  'unknown-code',
  'unknown-state',
  'state-not-offered',
  'wrong-type',
  'required',
  'value-missing',
  'too-long',
  'too-small',
  'too-big',
  'not-a-number',
  'not-an-integer',
  'impossible-time',
  'in-the-future',
  'from-after-to',
  'too-few-entries',
  'too-many-entries',
  'not-a-mail-address',
  'not-a-phone-number',
  'too-many-problems',
  'text-has-control-characters',
  'text-has-markup',
  'text-has-line-breaks',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A problem of the field at a path. */
export const problem = (path: string, code: ProblemCode, params: Problem['params'] = {}): Problem => ({
  path,
  code,
  params,
});

/** Whether it is an object with members, as JSON knows it. */
export const isRecord = (it: unknown): it is Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it);

/** The member of an object, never one it inherits. */
export const member = (it: unknown, key: string): unknown =>
  isRecord(it) && Object.hasOwn(it, key) ? it[key] : undefined;

/** Whether nothing was written: forms leave empty strings and lists behind where an answer never was. */
export const isBlank = (it: unknown): boolean =>
  it === undefined ||
  it === null ||
  (typeof it === 'string' && it.trim() === '') ||
  (Array.isArray(it) && it.length === 0) ||
  (isRecord(it) && Object.values(it).every((v) => v === undefined || v === null || v === ''));

/** The answer as it was given, before its value is read; a bare value is a known one. */
export const stated = (raw: unknown): { readonly state: string } & Readonly<Record<string, unknown>> => {
  const state = member(raw, 'state');
  return typeof state === 'string' ? { ...(raw as Record<string, unknown>), state } : { state: 'known', value: raw };
};

/** Whether the word is one of the five states. */
export const isState = (word: string): word is AnswerState =>
  word === 'known' || word === 'about' || word === 'between' || word === 'unknown' || word === 'withheld';

/** Whether two answers are the same datum; both have to be normalised. */
export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
