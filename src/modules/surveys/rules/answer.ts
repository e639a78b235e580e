import type { FormCodes, FormDefinition } from '../../../kernel/form.ts';
import { alike, answersOf, type FormReading, read, validate, type Validation } from '../../forms/index.ts';

/** What is said of an answer of last year: it is still the same, or it has changed. */
export type Carry = 'same' | 'changed';

/** One section as it is being written. */
export interface Written {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly carried: Readonly<Record<string, Carry>>;
}

/** How far a section has come. `wrong` names fields that cannot be signed so, `open` those of last year that nobody has confirmed. */
export interface Progress {
  readonly key: string;
  readonly asked: number;
  readonly answered: number;
  readonly wrong: readonly string[];
  readonly open: readonly string[];
}

/** Against what answers are read: the form as it was asked, and the answers of last year by field. */
export interface Asked {
  readonly form: FormDefinition;
  readonly codes: FormCodes;
  readonly last: Readonly<Record<string, unknown>> | null;
}

/** What stands in a section before anybody has written into it: the answers of last year to the questions that are still asked. */
export const carriedOver = ({ form, last }: Asked, key: string): Written => {
  const fields = form.sections.find((it) => it.key === key)?.fields ?? [];
  const kept = fields.flatMap((it) => (last !== null && it.key in last ? [[it.key, last[it.key]] as const] : []));
  return { answers: Object.fromEntries(kept), carried: {} };
};

/** Fields that a section does not have. */
export const strangersIn = (form: FormDefinition, key: string, names: readonly string[]): string[] => {
  const known = new Set(form.sections.find((it) => it.key === key)?.fields.map((it) => it.key));
  return names.filter((name) => !known.has(name));
};

/** How far each section has come. */
export const progressOf = (asked: Asked, sections: ReadonlyMap<string, Written>, now: Date): Progress[] => {
  const { form, codes, last } = asked;
  const carried = Object.assign({}, ...[...sections.values()].map((it) => it.carried)) as Record<string, Carry>;
  return read(form, joined(sections), { codes, stage: 'final', now }).sections.map(({ section, readings }) => {
    const shown = readings.filter((it) => it.visible);
    const given = answersOf(shown);
    return {
      key: section.key,
      asked: shown.length,
      answered: shown.filter((it) => it.field.key in given).length,
      wrong: shown.filter(isWrong).map((it) => it.field.key),
      open: shown
        .map((it) => it.field.key)
        .filter((key) => last !== null && key in last && !isSettled(last[key], given[key], carried[key])),
    };
  });
};

const isWrong = (it: FormReading['sections'][number]['readings'][number]): boolean =>
  it.problems.length > 0 || (it.entries ?? []).flat().some((inner) => inner.problems.length > 0);

// What differs from last year has been looked at; what is the same, or is gone, somebody has to have said.
const isSettled = (before: unknown, now: unknown, carry: Carry | undefined): boolean => {
  if (now !== undefined && alike(before, now)) return carry === 'same';
  return now !== undefined || carry === 'changed';
};

/** The answers of all sections as one. */
const joined = (sections: ReadonlyMap<string, Written>): Record<string, unknown> =>
  Object.assign({}, ...[...sections.values()].map((it) => it.answers)) as Record<string, unknown>;

/** The answers as they would be signed, or what is wrong with them. */
export const readyToSign = ({ form, codes }: Asked, sections: ReadonlyMap<string, Written>, now: Date): Validation =>
  validate(form, joined(sections), { codes, stage: 'final', now });
