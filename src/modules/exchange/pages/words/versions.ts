import type { FormCodes, FormDefinition } from '../../../../kernel/form.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { language, t } from '../../../../portal/text.ts';
import { formsDoors } from '../../../forms/contract.ts';
import type { Change } from '../../../forms/contract.ts';
import { difference } from '../../../forms/pages/index.ts';
import type { ReportVersion, Stage } from '../../shapes/report.ts';
import type { Words } from './programme.ts';

/** What a version is called: `第2報（続報）`; the first and the last say so themselves. */
export const nameOf = (it: { number: number; stage: Stage }, words: Words): string =>
  it.stage === 'first'
    ? words.code('stage', 'first')
    : t('exchange.version.name', { n: it.number, stage: words.code('stage', it.stage) });

/** The members of a version to which fields of its form are bound, flat as the form's engine reads them. */
export const subjectOf = (it: ReportVersion): Readonly<Record<string, unknown>> => ({
  headline: it.headline,
  summary: it.summary,
  occurredAt: it.occurredAt,
  detectedAt: it.detectedAt,
  eventType: it.eventType,
  causeTypes: it.causeTypes,
  handling: it.handling.value,
});

/** The answers that differ between two versions, in the order of the form. */
export const changesBetween = (
  form: { definition: FormDefinition; codes: FormCodes },
  before: ReportVersion,
  after: ReportVersion,
): readonly Change[] =>
  difference(
    form.definition,
    { answers: before.answers, subject: subjectOf(before) },
    { answers: after.answers, subject: subjectOf(after) },
    { locale: language(), say: t },
    { codes: form.codes, stage: after.stage },
  );

/** A form with its code lists, once its key is known. */
export const useForm = (key: string | undefined) =>
  useGet(formsDoors.showForm, { params: { key: key ?? '' } }, { enabled: key !== undefined });
