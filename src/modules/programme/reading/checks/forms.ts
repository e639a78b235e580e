import { Environment } from '@marcbachmann/cel-js';
import type { FormDefinition, FormField } from '../../../../kernel/form.ts';
import { derivedLists } from '../../shapes/codes.ts';
import type { Say } from '../problems.ts';
import type { Path, Source } from '../source.ts';
import { sayUnknown, type Whole } from './whole.ts';

/** Says every code list that a form asks for in vain, and every condition that cannot be read. */
export const checkForms = (whole: Whole, say: Say): void => {
  const lists = new Map(whole.lists.map((it) => [it.list.key, it.list.choice]));
  for (const { source, data } of whole.forms) {
    for (const { field, path, before } of fieldsOf(data)) {
      sayCodes(source, path, field, lists, say);
      const fault = field.when === undefined ? undefined : faultOf(field.when, before);
      if (fault !== undefined) say(source, [...path, 'when'], 'programme.problem.condition', { detail: fault });
    }
  }
};

interface PlacedField {
  readonly field: FormField;
  readonly path: Path;
  /** Names a condition of this field may use. */
  readonly before: readonly string[];
}

const fieldsOf = (form: FormDefinition): PlacedField[] => {
  const before = ['stage', 'answers', 'state'];
  return form.sections.flatMap((section, i) =>
    section.fields.flatMap((field, j) => {
      const path = ['sections', i, 'fields', j];
      const own = { field, path, before: [...before] };
      before.push(field.key);
      if (field.type !== 'group') return [own];
      return [
        own,
        ...field.fields.map((inner, k) => ({
          field: inner,
          path: [...path, 'fields', k],
          before: [...own.before, 'entry'],
        })),
      ];
    }),
  );
};

const sayCodes = (source: Source, path: Path, field: FormField, lists: ReadonlyMap<string, string>, say: Say): void => {
  if (field.codes === undefined) return;
  const at = [...path, 'codes'];
  sayUnknown(say, source, at, 'list', field.codes, new Set([...lists.keys(), ...derivedLists]));
  const choice = lists.get(field.codes);
  const wanted = field.type === 'choices' ? 'many' : 'one';
  if (choice !== undefined && choice !== wanted)
    say(source, at, 'programme.problem.wanting', { what: field.codes, wanted: `choice: ${wanted}` });
};

/** What is wrong with a condition that may use these names, in the words of the CEL parser; nothing when it can be read. */
export const faultOf = (when: string, names: readonly string[]): string | undefined => {
  const environment = new Environment({ unlistedVariablesAreDyn: false, homogeneousAggregateLiterals: false });
  for (const name of names) environment.registerVariable(name, 'dyn');
  try {
    const checked = environment.check(when);
    return checked.valid ? undefined : firstLine(checked.error);
  } catch (error) {
    return firstLine(error);
  }
};

const firstLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
