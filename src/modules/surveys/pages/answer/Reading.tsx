import { Note } from '../../../../portal/show/Note.tsx';
import { t } from '../../../../portal/text.ts';
import { FormFacts } from '../../../forms/pages/index.ts';
import type { AnswerView } from '../../contract.ts';
import { yearOf } from '../words.ts';

/** The answer as it would be read, with what differs from last year. */
export function Reading({ it, only }: { it: AnswerView; only?: string }) {
  const answers = Object.assign({}, ...it.sections.map((one) => one.answers)) as Record<string, unknown>;
  const form =
    only === undefined ? it.form : { ...it.form, sections: it.form.sections.filter((one) => one.key === only) };
  const before = it.last === null ? {} : { before: { answers: it.last.answers, name: yearOf(it.last.year) } };
  return (
    <div className="stack">
      {it.state === 'signed' && <Note tone="done">{t('surveys.reading.signed')}</Note>}
      <FormFacts definition={form} codes={it.codes} answers={answers} stage="final" level={2} {...before} />
    </div>
  );
}
