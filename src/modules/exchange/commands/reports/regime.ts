import type { FormCodes, FormDefinition } from '../../../../kernel/form.ts';
import { malformed } from '../../../../kernel/refusal.ts';
import type { CodeEdition, Programme } from '../../../programme/contract.ts';
import { editionAt, formCodes, formOf } from '../../../programme/index.ts';

/** The form on which failures are reported: the programme's first, with the codes its fields take now. */
export const reportForm = (programme: Programme, now: Date): { definition: FormDefinition; codes: FormCodes } => {
  const key = programme.forms[0]?.key;
  const definition = key === undefined ? undefined : formOf(programme, key);
  if (definition === undefined) throw new Error('the programme has no form');
  return { definition, codes: formCodes(programme, now) };
};

/** The edition of a code list as it is now. */
export const codesNow = (programme: Programme, list: string, now: Date): CodeEdition => {
  const edition = editionAt(programme, list, now);
  if (edition === undefined) throw malformed([{ path: list, code: 'code-unknown' }]);
  return edition;
};
