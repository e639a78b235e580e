import { useEffect } from 'react';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { Button } from '../../../../portal/act/Button.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { label } from '../../../../kernel/marking.ts';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { MarkProvider } from '../../../../portal/data/mark.tsx';
import type { FormView } from '../../../forms/contract.ts';
import { FormPrint } from '../../../forms/pages/index.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ReportVersion, ReportView } from '../../shapes/report.ts';
import { useWords } from '../words/programme.ts';
import type { Words } from '../words/programme.ts';
import { changesBetween, nameOf, subjectOf, useForm } from '../words/versions.ts';
import { stationName } from './stations.tsx';
import '../exchange.css';

/** One version on A4, in the order of the official sheet, with its mark on every page. */
export default function PrintReport({ params }: PageProps) {
  const report = useGet(exchangeDoors.showReport, { params: { id: params['id'] ?? '' } });
  const words = useWords();
  return (
    <MarkProvider>
      <main id="main" className="paper">
        <Answer of={report}>{(it) => <Paper report={it} words={words} />}</Answer>
      </main>
    </MarkProvider>
  );
}

function Paper({ report, words }: { report: ReportView; words: Words }) {
  const [{ v }] = useFilters({ v: '' });
  const version = report.versions.find((it) => String(it.number) === v) ?? report.versions.at(-1);
  const form = useForm(version?.form.key);
  if (version === undefined) return null;
  return <Answer of={form}>{(view) => <OnPaper report={report} version={version} form={view} words={words} />}</Answer>;
}

function OnPaper({
  report,
  version,
  form,
  words,
}: {
  report: ReportView;
  version: ReportVersion;
  form: FormView;
  words: Words;
}) {
  const title = `【${label(version.handling)}】${version.headline}`;
  useEffect(() => {
    document.title = `${title} ${report.reference}`;
  }, [title, report.reference]);
  const before = report.versions[report.versions.indexOf(version) - 1];
  const to = report.hops.find((hop) => hop.position === 1 && hop.state !== 'copied');
  return (
    <>
      <p className="print-mark" aria-hidden="true">
        {label(version.handling)}　{report.reference}
      </p>
      <p className="cluster no-print">
        <Button tone="go" icon="print" onPress={() => window.print()}>
          {t('exchange.print.do')}
        </Button>
        <Button href={`/reports/${report.id}`}>{t('exchange.print.back')}</Button>
      </p>
      <FormPrint
        definition={form.definition}
        codes={form.codes}
        answers={{ ...version.answers, ...report.source?.answers }}
        subject={subjectOf(version)}
        stage={version.stage}
        withSource={report.source !== null}
        head={[
          { label: t('exchange.print.reference'), value: report.reference },
          { label: t('exchange.print.version'), value: nameOf(version, words) },
          { label: t('exchange.print.sent'), value: <Moment at={version.submittedAt} as="long" /> },
          ...(to === undefined ? [] : [{ label: t('exchange.print.to'), value: stationName(to, report, words) }]),
          {
            label: t('exchange.print.from'),
            value: report.source?.body.name ?? t('exchange.report.masked', { sector: words.sector(report.sector) }),
          },
        ]}
      >
        <MarkingChip mark={version.handling} big />
      </FormPrint>
      {before !== undefined && <Changed form={form} before={before} after={version} words={words} />}
    </>
  );
}

// What the version changed, after the sheet: who knows the one before reads only this.
function Changed({
  form,
  before,
  after,
  words,
}: {
  form: FormView;
  before: ReportVersion;
  after: ReportVersion;
  words: Words;
}) {
  const changes = changesBetween(form, before, after);
  return (
    <section className="form-sheet form-changes">
      <table>
        <caption>{t('exchange.print.changes', { name: nameOf(before, words), n: changes.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('exchange.print.item')}</th>
            <th scope="col">{t('exchange.print.before')}</th>
            <th scope="col">{t('exchange.print.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((it) => (
            <tr key={it.path}>
              <th scope="row">{it.label}</th>
              <td className="answer">{it.before}</td>
              <td className="answer">{it.kind === 'removed' ? t('exchange.print.taken-back') : it.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
