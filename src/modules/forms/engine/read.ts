/** Reads the raw answers of a form once, top to bottom, for everyone: validation, the web form and the print view. */
import type { FormCodes, FormDefinition, FormField, FormSection, GroupField } from '../../../kernel/form.ts';
import { holds, type Scope } from './conditions.ts';
import { readLeaf } from './leaf.ts';
import { type Answer, isBlank, isRecord, member, type Plain, type Problem, problem } from './values.ts';

/** What answers are read against. */
export interface ReadingContext {
  readonly codes: FormCodes;
  /** `draft` asks for nothing; any other word is what conditions see as `stage`, such as `first` or `final`. */
  readonly stage: string;
  /** The top-level members of the subject; without them bound fields are not read at all. */
  readonly subject?: Readonly<Record<string, unknown>> | undefined;
  /** Whose fields are answered: those of the source (default) or those that the centre fills in. */
  readonly hand?: 'source' | 'centre' | undefined;
  /** Against this time a field marked `past` is held; without it such fields are not. */
  readonly now?: Date | undefined;
}

/** One field as it was read. */
export interface Reading {
  readonly field: FormField;
  readonly path: string;
  /** False where its condition does not hold: then nothing is read, asked or kept. */
  readonly visible: boolean;
  readonly raw: unknown;
  readonly answer?: Answer | undefined;
  /** Of a group: its entries; a group without repetition has exactly one. */
  readonly entries?: readonly (readonly Reading[])[] | undefined;
  readonly problems: readonly Problem[];
}

/** A whole form as it was read; `problems` are those that belong to no field. */
export interface FormReading {
  readonly sections: readonly { readonly section: FormSection; readonly readings: readonly Reading[] }[];
  readonly problems: readonly Problem[];
}

type Growing = Record<string, unknown>;
interface Walk {
  readonly ctx: ReadingContext;
  /** Grows field by field, so that a condition sees only what stands before it. */
  readonly scope: Growing & { readonly answers: Growing; readonly state: Growing };
}

/** Reads raw answers, which may be anything at all; never throws. */
export const read = (definition: FormDefinition, raw: unknown, ctx: ReadingContext): FormReading => {
  const walk: Walk = { ctx, scope: { stage: ctx.stage, answers: {}, state: {} } };
  const mine = (field: FormField): boolean => (field.audience === 'centre') === (ctx.hand === 'centre');
  const sections = definition.sections.map((section) => ({
    section,
    readings: section.fields
      .filter((field) => mine(field) && (field.binds === undefined || ctx.subject !== undefined))
      .map((field) =>
        readField(field, field.binds === undefined ? member(raw, field.key) : member(ctx.subject, field.binds), walk),
      ),
  }));
  const keys = new Set(
    definition.sections.flatMap((s) => s.fields.filter((f) => mine(f) && f.binds === undefined).map((f) => f.key)),
  );
  const problems = raw === undefined || isRecord(raw) ? strangers(raw, keys, '') : [problem('', 'wrong-type')];
  return { sections, problems };
};

const strangers = (raw: unknown, keys: ReadonlySet<string>, prefix: string): Problem[] =>
  Object.keys(isRecord(raw) ? raw : {})
    .filter((key) => !keys.has(key))
    .slice(0, 20)
    .map((key) => problem(`${prefix}${key.slice(0, 48).replace(/[^\w-]/gu, '?')}`, 'unknown-field'));

const readField = (field: FormField, raw: unknown, walk: Walk): Reading => {
  const visible = holds(field.when, walk.scope);
  const base = { field, path: field.key, visible, raw };
  if (!visible) return { ...base, problems: [] };
  if (field.type === 'group') return readGroup(field, raw, walk);
  const { answer, problems } = readLeaf(field, raw, field.key, walk.ctx);
  note(walk.scope, field.key, answer);
  return { ...base, answer, problems };
};

// Conditions know the value of what is known or estimated, and the state of everything that was answered.
const note = (scope: Walk['scope'], key: string, answer: Answer | undefined): void => {
  if (answer === undefined) return;
  scope.state[key] = answer.state;
  if (answer.state !== 'known' && answer.state !== 'about') return;
  scope.answers[key] = answer.value;
  scope[key] = answer.value;
};

const readGroup = (field: GroupField, raw: unknown, walk: Walk): Reading => {
  const given = field.repeat === undefined ? [raw ?? {}] : Array.isArray(raw) ? raw.slice(0, 100) : [];
  const base = { field, path: field.key, visible: true, raw };
  const problems: Problem[] = [];
  if (!isBlank(raw) && (field.repeat === undefined ? !isRecord(raw) : !Array.isArray(raw)))
    problems.push(problem(field.key, 'wrong-type'));
  const entries = given.map((entry, i) => {
    const path = field.repeat === undefined ? field.key : `${field.key}.${i}`;
    if (!isBlank(entry) && !isRecord(entry)) problems.push(problem(path, 'wrong-type'));
    problems.push(...strangers(entry, new Set(field.fields.map((f) => f.key)), `${path}.`));
    return readEntry(field, entry, path, walk);
  });
  const filled = entries.filter((entry) => entry.some((it) => it.answer !== undefined));
  problems.push(...counts(field, filled.length, Array.isArray(raw) ? raw.length : 0, walk.ctx.stage));
  if (filled.length > 0) {
    const plain = filled.map((entry) =>
      Object.fromEntries(entry.flatMap((it) => plainOf(it.answer).map((v) => [it.field.key, v]))),
    );
    walk.scope.answers[field.key] = walk.scope[field.key] = field.repeat === undefined ? plain[0] : plain;
    walk.scope.state[field.key] = 'known';
  }
  return { ...base, entries, problems };
};

const plainOf = (answer: Answer | undefined): Plain[] =>
  answer?.state === 'known' || answer?.state === 'about' ? [answer.value] : [];

// The least number of entries is asked for only once there is one, or where the group itself is required.
const counts = (field: GroupField, filled: number, sent: number, stage: string): Problem[] => {
  const { min, max } = field.repeat ?? { min: 0, max: 100 };
  if (sent > max) return [problem(field.key, 'too-many-entries', { max })];
  if (stage === 'draft') return [];
  if (filled === 0) return field.required ? [problem(field.key, 'required')] : [];
  return filled < min ? [problem(field.key, 'too-few-entries', { min })] : [];
};

const readEntry = (group: GroupField, raw: unknown, path: string, walk: Walk): Reading[] => {
  const entry: Growing = {};
  const scope: Scope = { ...walk.scope, entry };
  const blank = isBlank(raw) || Object.values(raw as object).every(isBlank);
  return group.fields.map((field) => {
    const own = member(raw, field.key);
    const base = { field, path: `${path}.${field.key}`, raw: own, visible: holds(field.when, scope) };
    if (!base.visible) return { ...base, problems: [] };
    const { answer, problems } = readLeaf(field, own, base.path, walk.ctx);
    for (const value of plainOf(answer)) entry[field.key] = value;
    // An entry that nobody has begun asks for nothing.
    return { ...base, answer, problems: blank ? [] : problems };
  });
};
