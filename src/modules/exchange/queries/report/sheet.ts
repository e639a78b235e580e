import type { InputOf, OutputOf } from '../../../../kernel/endpoint.ts';
import { strictness } from '../../../../kernel/marking.ts';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { openSheet, readSheet, voiceOf, workbookOf } from '../../../forms/index.ts';
import { theProgramme } from '../../../programme/index.ts';
import { reportForm, tellingOf } from '../../commands/reports/regime.ts';
import type { exchangeDoors } from '../../contract.ts';

type Out = typeof exchangeDoors.reportSheet;
type In = typeof exchangeDoors.readReportSheet;

/** The form of a kind as a workbook, with what has been written so far and the mark it will bear. */
export const reportSheet = async (acting: Acting, input: InputOf<Out>['body']): Promise<OutputOf<Out>> => {
  const programme = theProgramme();
  const { kind } = tellingOf(programme, input.kind, acting.capacity, acting.now);
  const { definition, codes } = reportForm(programme, kind.form, acting.now);
  const { subject = {}, answers = {} } = input.written;
  const mark = `TLP:${strictness.find((it) => it === subject['handling']) ?? 'AMBER'}`;
  const voice = voiceOf(acting.visit.locale);
  const title = kind.title[voice.locale];
  const file = workbookOf(definition, { answers, subject }, { codes, voice, head: { mark, purpose: kind.key, title } });
  return { name: `${title}.xlsx`, file: file.toString('base64') };
};

/** What a filled-in workbook says: of the kind that it is marked with, if the seat tells that kind and the form is the present one. */
export const readReportSheet = async (acting: Acting, input: InputOf<In>['body']): Promise<OutputOf<In>> => {
  const programme = theProgramme();
  const { mark, cells } = openSheet(Buffer.from(input.file, 'base64'));
  if (!programme.kinds.some((it) => it.key === mark.purpose) || (input.kind ?? mark.purpose) !== mark.purpose)
    throw new Refusal('sheet-of-another-form');
  const { kind } = tellingOf(programme, mark.purpose, acting.capacity, acting.now);
  const { definition, codes } = reportForm(programme, kind.form, acting.now);
  if (mark.form !== definition.key) throw new Refusal('sheet-of-another-form');
  if (mark.version !== definition.version)
    throw new Refusal('sheet-of-another-version', { version: mark.version, now: definition.version });
  const said = readSheet(cells, definition, { codes, stage: input.stage ?? 'first', now: acting.now });
  return { kind: kind.key, subject: said.subject, answers: said.answers, problems: [...said.problems] };
};
