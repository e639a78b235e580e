import { Facts } from '../../../../portal/show/Facts.tsx';
import type { FactItem } from '../../../../portal/show/Facts.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { language, t } from '../../../../portal/text.ts';
import type { FormView } from '../../../forms/contract.ts';
import { layout } from '../../../forms/pages/index.ts';
import type { ReportView } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';

/** Who reported: shown only to those to whom it was told, and set apart from the content. */
export function Source({ report, form, words }: { report: ReportView; form: FormView | undefined; words: Words }) {
  const { source, disclosure } = report;
  if (source === null) return null;
  const { contact } = source;
  const masked = t('exchange.source.masked-as', { sector: words.sector(report.sector) });
  return (
    <Panel tone="source" icon="lock" title={t('exchange.source.title')} hint={t('exchange.source.who-sees')}>
      <Facts
        items={[
          { term: t('exchange.source.operator'), value: <b>{source.body.name}</b> },
          ...(contact === null ? [] : [{ term: t('exchange.source.officer'), value: <Contact {...contact} /> }]),
          ...answersOf(report, form),
          disclosure?.nameToCs === true
            ? { term: t('exchange.source.at-centre'), value: t('exchange.source.named') }
            : { term: t('exchange.source.at-centre'), unseen: masked },
        ]}
      />
    </Panel>
  );
}

function Contact({ name, phone, email }: { name: string; phone: string | null; email: string | null }) {
  return (
    <span className="cluster">
      {name}
      {phone !== null && (
        <a href={`tel:${phone}`}>
          <Icon name="phone" /> {phone}
        </a>
      )}
      {email !== null && <a href={`mailto:${email}`}>{email}</a>}
    </span>
  );
}

// What the form asked about who answers, in the form's own words.
const answersOf = (report: ReportView, form: FormView | undefined): FactItem[] => {
  const answers = report.source?.answers ?? {};
  if (form === undefined || Object.keys(answers).length === 0) return [];
  const ctx = { codes: form.codes, stage: report.versions.at(-1)?.stage ?? 'first', withSource: true };
  const model = layout(form.definition, answers, { locale: language(), say: t }, ctx);
  return model.sections
    .flatMap((section) => section.items)
    .filter((item) => item.field.audience === 'source' && item.text !== '')
    .map((item) => ({ term: item.label, value: item.text }));
};
