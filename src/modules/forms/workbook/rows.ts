/** How a form lies on a sheet: one row for each answer, under the headings of its parts. */
import {
  type AnswerState,
  answerStates,
  type FormDefinition,
  type FormField,
  type LeafField,
} from '../../../kernel/form.ts';
import { type Contact, isBlank, member, type Precision, precisions } from '../engine/values.ts';
import type { Locale, Voice } from '../engine/view/voice.ts';

/** The column of each thing. Whoever fills the sheet in writes into `state`, `value` and `until` only. */
export const columns = { place: 'A', item: 'B', state: 'C', value: 'D', until: 'E', hint: 'F', path: 'G' } as const;

/** In which row the mark of the form stands (in the column of the path), and from which the answers follow. */
export const markRow = 2;
export const firstRow = 5;

/** The parts of a contact, each in a row of its own. */
export const contactParts = ['name', 'unit', 'phone', 'mail'] as const satisfies readonly (keyof Contact)[];
export type ContactPart = (typeof contactParts)[number];

/** One row for one answer, or for one part of a contact. `path` is where it stands, as problems name it. */
export interface SheetRow {
  readonly path: string;
  readonly field: LeafField;
  readonly part?: ContactPart | undefined;
  readonly label: string;
  readonly place: string;
  readonly raw: unknown;
}

/** A heading, or a row. */
export type SheetLine = { readonly heading: string } | SheetRow;

/** What stands on a sheet: answers by the key of their field, and the members of the subject that fields bind. */
export interface Written {
  readonly answers: unknown;
  readonly subject: Readonly<Record<string, unknown>>;
}

/** The lines of a form with what has been written so far; repeated groups get some empty entries to be filled in. */
export const linesOf = (definition: FormDefinition, written: Written, voice: Voice): SheetLine[] =>
  definition.sections.flatMap((section) => {
    const fields = section.fields.filter((it) => it.audience !== 'centre');
    if (fields.length === 0) return [];
    const heading = [section.letter, section.title[voice.locale]].filter((it) => it !== undefined).join('　');
    return [{ heading }, ...fields.flatMap((it) => rowsOf(it, rawOf(it, written), voice))];
  });

const rawOf = (field: FormField, { answers, subject }: Written): unknown =>
  field.binds === undefined ? member(answers, field.key) : member(subject, field.binds);

const SPARE = 3;

const rowsOf = (field: FormField, raw: unknown, voice: Voice): SheetRow[] => {
  const place = field.official ?? '';
  const label = field.label[voice.locale];
  if (field.type !== 'group') return leafRows(field, raw, { path: field.key, label, place }, voice);
  const given = field.repeat === undefined ? [raw] : Array.isArray(raw) ? (raw as unknown[]) : [];
  const entries = field.repeat === undefined ? 1 : Math.min(Math.max(given.length + 1, SPARE), field.repeat.max);
  return Array.from({ length: entries }, (_, i) =>
    field.fields.flatMap((inner) =>
      leafRows(
        inner,
        member(given[i], inner.key),
        {
          path: field.repeat === undefined ? `${field.key}.${inner.key}` : `${field.key}.${i}.${inner.key}`,
          label: `${label}${field.repeat === undefined ? '' : ` ${i + 1}`}／${inner.label[voice.locale]}`,
          place,
        },
        voice,
      ),
    ),
  ).flat();
};

const leafRows = (
  field: LeafField,
  raw: unknown,
  at: { path: string; label: string; place: string },
  voice: Voice,
): SheetRow[] =>
  field.type === 'contact'
    ? contactParts.map((part) => ({
        ...at,
        field,
        part,
        label: `${at.label}：${voice.say(`forms.workbook.contact.${part}`)}`,
        raw,
      }))
    : [{ ...at, field, raw }];

/** What the path column says of a row: a part of a contact is told after a sign that no path has. */
export const pathOf = (row: SheetRow): string => (row.part === undefined ? row.path : `${row.path}#${row.part}`);

/** The states that a row offers, `known` first. */
export const statesOn = (field: LeafField): readonly AnswerState[] =>
  field.uncertain === undefined ? [] : answerStates.filter((it) => it === 'known' || field.uncertain?.includes(it));

const both: readonly Locale[] = ['ja', 'en'];

/** A word on the sheet in one of both languages, taken back to what it means. */
export const meant = <T extends string>(
  said: string,
  all: readonly T[],
  key: (it: T) => string,
  voices: Readonly<Record<Locale, Voice>>,
): T | undefined => all.find((it) => it === said || both.some((locale) => voices[locale].say(key(it)) === said));

/** The key of the word for a state, or for how coarse a time is. */
export const stateWord = (it: AnswerState): string => `forms.workbook.state.${it}`;
export const precisionWord = (it: Precision): string => `forms.workbook.precision.${it}`;
export { answerStates, isBlank, precisions };
