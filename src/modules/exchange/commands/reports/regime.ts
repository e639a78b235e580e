import type { FormCodes, FormDefinition } from '../../../../kernel/form.ts';
import { malformed, Refusal } from '../../../../kernel/refusal.ts';
import type { CodeEdition, Programme, ReportKind } from '../../../programme/contract.ts';
import { editionAt, formCodes, formOf, kindsAt, kindsOf, wayOf } from '../../../programme/index.ts';

/** A kind of report as a seat of one capacity tells it: on which form, by which way. */
export interface Telling {
  readonly kind: ReportKind;
  readonly route: 'report' | 'contribution';
}

/**
 * The kind that is meant, for a seat of this capacity. Where none is named it is the programme's first, which is what the
 * word report means there; refuses a kind that this capacity does not tell.
 */
export const tellingOf = (programme: Programme, asked: string | undefined, capacity: string, now: Date): Telling => {
  const kinds = kindsAt(programme, now);
  const kind = asked === undefined ? kinds[0] : kinds.find((it) => it.key === asked);
  if (kind === undefined) throw malformed([{ path: 'kind', code: 'code-unknown' }]);
  const route = wayOf(kind, capacity);
  if (route === undefined)
    throw new Refusal('report-kind-not-yours', { kinds: kindsOf(programme, capacity, now).map((it) => it.key) });
  return { kind, route };
};

/** A form with the codes its fields take now. */
export const reportForm = (
  programme: Programme,
  key: string,
  now: Date,
): { definition: FormDefinition; codes: FormCodes } => {
  const definition = formOf(programme, key);
  if (definition === undefined) throw new Error(`the programme has no form ${key}`);
  return { definition, codes: formCodes(programme, now) };
};

/** Whether a form asks for a member of the report, such as the type of event. */
export const asksFor = (definition: FormDefinition, member: string): boolean =>
  definition.sections.some((it) => it.fields.some((field) => field.binds === member));

/** The edition of a code list as it is now; refuses a `code` that is not in it. */
export const codesNow = (programme: Programme, list: string, now: Date, code?: string): CodeEdition => {
  const edition = editionAt(programme, list, now);
  if (edition === undefined || (code !== undefined && !edition.codes.some((it) => it.code === code)))
    throw malformed([{ path: list, code: 'code-unknown' }]);
  return edition;
};
