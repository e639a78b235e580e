/** What is shown of a form: one model for the web form, the read view and the printed sheet. */
import type { AnswerState, FormDefinition, FormField, FormSection } from '../../../../kernel/form.ts';
import { read, type Reading, type ReadingContext } from '../read.ts';
import type { Answer, Problem } from '../values.ts';
import { textOf } from './format.ts';
import { sayProblem, type Voice } from './voice.ts';

/** A choice of a field, in the reader's language. */
export interface OptionModel {
  readonly code: string;
  readonly label: string;
  readonly help?: string | undefined;
}

/** One field as it is shown. */
export interface ItemModel {
  readonly field: FormField;
  readonly path: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly unit?: string | undefined;
  readonly official?: string | undefined;
  readonly visible: boolean;
  /** The states a person can choose, *known* first. */
  readonly states: readonly AnswerState[];
  readonly options: readonly OptionModel[];
  /** What was given, even where it cannot be taken yet. */
  readonly raw: unknown;
  readonly answer?: Answer | undefined;
  /** The answer in words; empty without one. */
  readonly text: string;
  readonly problems: readonly { readonly problem: Problem; readonly text: string }[];
  /** Of a group: its entries, each with its fields. */
  readonly entries?: readonly (readonly ItemModel[])[] | undefined;
}

/** One section as it is shown. */
export interface SectionModel {
  readonly key: string;
  readonly letter?: string | undefined;
  readonly title: string;
  readonly help?: string | undefined;
  readonly folded: boolean;
  readonly items: readonly ItemModel[];
}

/** A form with its answers as it is shown. */
export interface FormModel {
  readonly key: string;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly SectionModel[];
  /** What is wrong and belongs to no field. */
  readonly problems: readonly { readonly problem: Problem; readonly text: string }[];
}

/** What a model is made against; fields of the source are left out unless asked for, since they name who answered. */
export interface LayoutContext extends ReadingContext {
  readonly withSource?: boolean | undefined;
}

/** The form in the order people fill it in. Takes any answers, finished or not; never throws. */
export const layout = (definition: FormDefinition, answers: unknown, voice: Voice, ctx: LayoutContext): FormModel => {
  const reading = read(definition, answers, { ...ctx, subject: ctx.subject ?? {} });
  const shown = (it: Reading): boolean => ctx.withSource === true || it.field.audience !== 'source';
  return {
    key: definition.key,
    version: definition.version,
    title: definition.title[voice.locale],
    sections: reading.sections
      .map(({ section, readings }) =>
        sectionModel(
          section,
          readings.filter(shown).map((it) => itemModel(it, voice, ctx)),
          voice,
        ),
      )
      .filter((section) => section.items.length > 0),
    problems: reading.problems.map((problem) => ({ problem, text: sayProblem(voice, problem) })),
  };
};

const sectionModel = (section: FormSection, items: readonly ItemModel[], voice: Voice): SectionModel => ({
  key: section.key,
  letter: section.letter,
  title: section.title[voice.locale],
  help: section.help?.[voice.locale],
  folded: section.folded === true,
  items,
});

const itemModel = (it: Reading, voice: Voice, ctx: LayoutContext): ItemModel => {
  const { field } = it;
  const codes = field.codes === undefined ? [] : (ctx.codes[field.codes] ?? []);
  return {
    field,
    path: it.path,
    label: field.label[voice.locale],
    help: field.help?.[voice.locale],
    unit: field.unit?.[voice.locale],
    official: field.official,
    visible: it.visible,
    states: ['known', ...(field.uncertain ?? []).filter((state) => state !== 'known')],
    options: codes.map((entry) => ({
      code: entry.code,
      label: entry.title[voice.locale],
      help: entry.says?.[voice.locale],
    })),
    raw: it.raw,
    answer: it.answer,
    text: field.type === 'group' ? '' : textOf(field, it.answer, voice, ctx.codes),
    problems: it.problems.map((problem) => ({ problem, text: sayProblem(voice, problem) })),
    entries: it.entries?.map((entry) => entry.map((inner) => itemModel(inner, voice, ctx))),
  };
};

/** The form in the order of the official sheet: parts by letter, rows by number, fields without a place after those with one. */
export const sheet = (definition: FormDefinition, answers: unknown, voice: Voice, ctx: LayoutContext): FormModel => {
  const model = layout(definition, answers, voice, ctx);
  const parts = new Map<string, { head: SectionModel; items: ItemModel[] }>();
  for (const section of model.sections) {
    for (const item of section.items) {
      const letter = item.official?.split('-')[0] ?? section.letter ?? `~${section.key}`;
      const head = model.sections.find((s) => s.letter === letter) ?? section;
      const place = parts.get(letter) ?? { head, items: [] };
      place.items.push(item);
      parts.set(letter, place);
    }
  }
  const sections = [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, { head, items }]) => ({
      ...head,
      letter: letter.startsWith('~') ? undefined : letter,
      items: items.toSorted((a, b) => rank(a) - rank(b)),
    }));
  return { ...model, sections };
};

const rank = (item: ItemModel): number => {
  const [, n, m] = (item.official ?? '').split('-').map(Number);
  return n === undefined ? 1e6 : n * 1000 + (m ?? 0);
};

/** Every field with its full name, group entries opened: `影響したサービス 2 ／ 名称`. */
export const flat = (model: FormModel, voice: Voice): readonly { readonly item: ItemModel; readonly label: string }[] =>
  model.sections.flatMap((section) =>
    section.items.flatMap((item) => {
      if (item.entries === undefined) return [{ item, label: item.label }];
      const many = item.field.type === 'group' && item.field.repeat !== undefined;
      return item.entries.flatMap((entry, i) => {
        const name = many ? voice.say('forms.entry.name', { label: item.label, n: i + 1 }) : item.label;
        return entry.map((inner) => ({ item: inner, label: `${name} ／ ${inner.label}` }));
      });
    }),
  );
