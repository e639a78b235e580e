import type { FormDefinition, FormSection, LeafField } from '../../../../../kernel/form.ts';

/** The field of a form with this key, if it is a single question. */
export const leafNamed = (definition: FormDefinition, key: string): LeafField | undefined => {
  const found = definition.sections.flatMap((section) => section.fields).find((field) => field.key === key);
  return found === undefined || found.type === 'group' ? undefined : found;
};

/** How a value of the field is written. */
export const kindOf = (field: LeafField): 'instant' | 'number' | 'text' => {
  if (field.type === 'instant' || field.type === 'date') return 'instant';
  return field.type === 'integer' || field.type === 'number' ? 'number' : 'text';
};

/**
 * What is left of a form once the fields that the page asks itself are taken out: those with these keys, those bound to
 * these members, and what only the centre fills in. Nothing of it is folded any more.
 */
export const rest = (
  definition: FormDefinition,
  keys: readonly string[],
  members: readonly string[],
): FormDefinition => {
  const stays = (field: FormSection['fields'][number]): boolean =>
    field.audience !== 'centre' &&
    !keys.includes(field.key) &&
    !(field.binds !== undefined && members.includes(field.binds));
  return {
    ...definition,
    sections: definition.sections
      .map(({ folded: _, ...section }) => {
        const fields = section.fields.filter(stays);
        return {
          ...section,
          fields,
          title: fields.length === section.fields.length ? section.title : continued(section.title),
        };
      })
      .filter((section) => section.fields.length > 0),
  };
};

// Part of the section stands above already: two headings of one name would not be told apart.
const continued = (title: FormSection['title']): FormSection['title'] => ({
  ja: `${title.ja}（続き）`,
  en: `${title.en} (continued)`,
});

/** How many questions a form asks. */
export const countOf = (definition: FormDefinition): number =>
  definition.sections.reduce((sum, section) => sum + section.fields.length, 0);

/** Whether a form asks for a member of the report, such as the type of event. */
export const asksFor = (definition: FormDefinition, member: string): boolean =>
  definition.sections.some((section) => section.fields.some((field) => field.binds === member));
