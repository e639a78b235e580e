/** Checks what a schema cannot: that the conditions of a form can be read and its code lists exist. */
import type { FormCodes, FormDefinition, FormField } from '../../../kernel/form.ts';
import { condition } from './conditions.ts';

/** One thing wrong with a definition; `path` is that of the member in the file. */
export interface DefinitionIssue {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const always = ['stage', 'answers', 'state'];

/** Everything wrong with the conditions and code lists of a form; nothing when it can be used. */
export const checkDefinition = (definition: FormDefinition, codes: FormCodes): DefinitionIssue[] => {
  const before = new Set(always);
  return definition.sections.flatMap((section, i) =>
    section.fields.flatMap((field, j) => {
      const path = ['sections', i, 'fields', j];
      const issues = [...ofField(field, path, before, codes), ...ofEntry(field, path, before, codes)];
      before.add(field.key);
      return issues;
    }),
  );
};

const ofField = (
  field: FormField,
  path: (string | number)[],
  before: ReadonlySet<string>,
  codes: FormCodes,
): DefinitionIssue[] => {
  const issues: DefinitionIssue[] = [];
  if (field.codes !== undefined && !Object.hasOwn(codes, field.codes)) {
    issues.push({ path: [...path, 'codes'], message: `there is no code list ${field.codes}` });
  }
  if (field.when === undefined) return issues;
  const it = condition(field.when);
  const wrong = typeof it === 'string' ? it : it.names.find((name) => !before.has(name));
  if (wrong === undefined) return issues;
  const message = typeof it === 'string' ? wrong : `${wrong} is no field that stands before this one`;
  return [...issues, { path: [...path, 'when'], message }];
};

const ofEntry = (
  field: FormField,
  path: (string | number)[],
  before: ReadonlySet<string>,
  codes: FormCodes,
): DefinitionIssue[] => {
  if (field.type !== 'group') return [];
  const within = new Set(before);
  return field.fields.flatMap((inner, k) => {
    const issues = ofField(inner, [...path, 'fields', k], within, codes);
    within.add(`entry.${inner.key}`);
    return issues;
  });
};
