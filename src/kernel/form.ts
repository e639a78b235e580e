/** The definition of a form as data: what a programme's `forms/*.yaml` holds and what the forms room runs. */
import { z } from 'zod';

/** The kinds of answer a field can take. */
export const fieldTypes = [
  'text',
  'prose',
  'integer',
  'number',
  'instant',
  'date',
  'choice',
  'choices',
  'boolean',
  'contact',
  'group',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** How sure an answer is. Five different data: none of them is an empty cell. */
export const answerStates = ['known', 'about', 'between', 'unknown', 'withheld'] as const;
export type AnswerState = (typeof answerStates)[number];

/** The states a type of field can offer at all: only what can be measured can be *about* or *between*. */
export const statesOf = (type: FieldType): readonly AnswerState[] => {
  if (type === 'group') return ['known'];
  return measured.includes(type) ? answerStates : ['known', 'unknown', 'withheld'];
};

const measured: readonly FieldType[] = ['integer', 'number', 'instant', 'date'];
const numeric: readonly FieldType[] = ['integer', 'number'];
const dated: readonly FieldType[] = ['instant', 'date'];
const written: readonly FieldType[] = ['text', 'prose'];
const chosen: readonly FieldType[] = ['choice', 'choices'];

// Names that conditions or JavaScript give another meaning.
const taken = new Set([
  'answers',
  'state',
  'stage',
  'entry',
  'true',
  'false',
  'null',
  'in',
  'as',
  'has',
  'all',
  'exists',
  'map',
  'filter',
  'size',
  'type',
  'int',
  'uint',
  'double',
  'string',
  'bool',
  'bytes',
  'list',
  'dyn',
  'timestamp',
  'duration',
  'optional',
  'break',
  'const',
  'continue',
  'else',
  'for',
  'function',
  'if',
  'import',
  'let',
  'loop',
  'package',
  'namespace',
  'return',
  'var',
  'void',
  'while',
  'constructor',
  'prototype',
  'cel',
  'google',
  'matches',
]);

const words = z.strictObject({ ja: z.string().min(1).max(600), en: z.string().min(1).max(900) });
const dataKey = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/u);
const memberKey = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/u)
  .refine((key) => !taken.has(key), { error: 'a reserved word cannot be the key of a field' });

const common = {
  /** Its member in the answers, camelCase, once in a form (in a group: once in the group). */
  key: memberKey,
  label: words,
  help: words.optional(),
  /** Key of the programme's code list: `choice` and `choices` only. */
  codes: dataKey.optional(),
  required: z.literal(true).optional(),
  /** The states offered beside *known*; absent means that only a known answer is taken. */
  uncertain: z.array(z.enum(answerStates)).min(1).max(5).optional(),
  unit: words.optional(),
  /** Lowest and highest number taken, both included. */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Longest text taken, in UTF-16 units; 200 for `text` and 20,000 for `prose` when absent. */
  maxLength: z.int().min(1).max(20_000).optional(),
  /** The time cannot lie in the future, such as that of a detection. */
  past: z.literal(true).optional(),
  /** Its value could do harm when followed: kept clean, shown defanged. `text` only. */
  indicator: z.literal(true).optional(),
  /** A condition in CEL over the answers that stand before this field, e.g. `eventType == 'E31'`. */
  when: z.string().min(1).max(500).optional(),
  /** Its place on the official sheet: letter of the part, number, e.g. `C-3` or `C-3-2`. */
  official: z
    .string()
    .regex(/^[A-Z]{1,2}-\d{1,2}(?:-\d{1,2})?$/u)
    .optional(),
  /** `source`: names who answers, kept apart from the content. `centre`: filled in by the centre, not by who answers. */
  audience: z.enum(['source', 'centre']).optional(),
  /** The value lives in this top-level member of the subject (such as `headline`), not in its answers. */
  binds: z
    .string()
    .max(60)
    .regex(/^[a-z][A-Za-z0-9]*$/u)
    .optional(),
};

const leaf = z
  .strictObject({ ...common, type: z.enum(fieldTypes).exclude(['group']) })
  .superRefine((it, ctx) => fits(it, ctx));

const group = z
  .strictObject({
    ...common,
    type: z.literal('group'),
    fields: z.array(leaf).min(1).max(40),
    /** How many entries: the answer is then a list of groups. */
    repeat: z.strictObject({ min: z.int().min(0).max(100), max: z.int().min(1).max(100) }).optional(),
  })
  .superRefine((it, ctx) => {
    fits(it, ctx);
    unique(
      it.fields.map((f) => f.key),
      ctx,
      'two fields of a group have the key',
    );
    if (it.repeat !== undefined && it.repeat.min > it.repeat.max)
      wrong(ctx, 'repeat.min is above repeat.max', ['repeat']);
    if (it.fields.some((f) => f.binds !== undefined)) wrong(ctx, 'a field within a group cannot bind', ['fields']);
    if (it.fields.some((f) => f.audience !== undefined))
      wrong(ctx, 'audience is said of the group as a whole', ['fields']);
  });

const section = z.strictObject({
  key: memberKey,
  /** The letter of this part on the official sheet. */
  letter: z
    .string()
    .regex(/^[A-Z]{1,2}$/u)
    .optional(),
  title: words,
  help: words.optional(),
  /** Closed at first in the web form: what a first report seldom knows. */
  folded: z.literal(true).optional(),
  fields: z
    .array(z.union([leaf, group]))
    .min(1)
    .max(60),
});

/** A form as a programme writes it. Refuses unknown members, so a misspelt one is found when the programme is checked. */
export const formDefinition = z
  .strictObject({
    key: dataKey,
    version: z.int().min(1).max(9999),
    title: words,
    help: words.optional(),
    sections: z.array(section).min(1).max(26),
  })
  .superRefine((it, ctx) => {
    const fields = it.sections.flatMap((s) => s.fields);
    unique(
      it.sections.map((s) => s.key),
      ctx,
      'two sections have the key',
    );
    unique(
      fields.map((f) => f.key),
      ctx,
      'two fields have the key',
    );
    unique(
      fields.flatMap((f) => f.binds ?? []),
      ctx,
      'two fields bind',
    );
  });

export type FormDefinition = z.infer<typeof formDefinition>;
export type FormSection = z.infer<typeof section>;
export type LeafField = z.infer<typeof leaf>;
export type GroupField = z.infer<typeof group>;
export type FormField = LeafField | GroupField;

/** One entry of a programme's code list, as forms need it. */
export interface FormCode {
  readonly code: string;
  readonly title: { readonly ja: string; readonly en: string };
  /** Plain words beside the official title. */
  readonly says?: { readonly ja: string; readonly en: string } | undefined;
}

/** Code lists by key, as in force for the form. */
export type FormCodes = Readonly<Record<string, readonly FormCode[]>>;

type Context = Parameters<Parameters<z.ZodType['superRefine']>[0]>[1];
type Common = { [K in keyof typeof common]?: z.infer<(typeof common)[K]> } & { type: FieldType };

const wrong = (ctx: Context, message: string, path: string[]): void => {
  ctx.addIssue({ code: 'custom', message, path });
};

const unique = (keys: readonly string[], ctx: Context, message: string): void => {
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) wrong(ctx, `${message} ${twice}`, [twice]);
};

// What is said of a field has to fit its type.
const fits = (it: Common, ctx: Context): void => {
  const only = (member: keyof typeof common, types: readonly FieldType[]): void => {
    if (it[member] !== undefined && !types.includes(it.type))
      wrong(ctx, `${member} does not fit the type ${it.type}`, [member]);
  };
  only('codes', chosen);
  only('unit', numeric);
  only('min', numeric);
  only('max', numeric);
  only('maxLength', written);
  only('past', dated);
  only('indicator', ['text']);
  if (chosen.includes(it.type) && it.codes === undefined) wrong(ctx, `a ${it.type} needs codes`, ['codes']);
  const odd = (it.uncertain ?? []).find((state) => !statesOf(it.type).includes(state));
  if (odd !== undefined) wrong(ctx, `a ${it.type} cannot be ${odd}`, ['uncertain']);
  if ((it.min ?? -Infinity) > (it.max ?? Infinity)) wrong(ctx, 'min is above max', ['min']);
};

/** The stages of a version of a report, which conditions ask for: 第1報, 続報, 最終報, 訂正, 取下げ. */
export const stages = ['first', 'follow-up', 'final', 'correction', 'withdrawal'] as const;
export type Stage = (typeof stages)[number];
