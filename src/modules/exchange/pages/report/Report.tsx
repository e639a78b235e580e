import { Answer } from '../../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { meaning } from '../../../../portal/show/MarkingChip.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { strictnessOf } from '../../../../kernel/marking.ts';
import { rich, t } from '../../../../portal/text.ts';
import { Sight } from '../../../circulation/pages/index.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ReportView } from '../../shapes/report.ts';
import { ObligationsOf } from '../obligations/OfReport.tsx';
import { AskingsOf } from '../sources/approvals/OfReport.tsx';
import { useWords } from '../words/programme.ts';
import type { Words } from '../words/programme.ts';
import { nameOf, useForm } from '../words/versions.ts';
import { Acknowledge, MinistryNotes, Withdrawn } from './notes.tsx';
import { Entered } from './Entered.tsx';
import { Links } from './actions/Links.tsx';
import { NextVersion } from './actions/NextVersion.tsx';
import { Consents } from './actions/Consents.tsx';
import { Provide } from './actions/Provide.tsx';
import { RelayPanel } from './actions/RelayPanel.tsx';
import { ReturnPanel } from './actions/ReturnPanel.tsx';
import { Route } from './Route.tsx';
import { Severity } from './actions/Severity.tsx';
import { Source } from './Source.tsx';
import { Talk } from './actions/Talk.tsx';
import { TriagePanel } from './actions/TriagePanel.tsx';
import { Use } from './actions/Use.tsx';
import { Versions } from './Versions.tsx';
import '../exchange.css';

/** One report as far as it has reached its reader. */
export default function Report({ params }: PageProps) {
  const report = useGet(exchangeDoors.showReport, { params: { id: params['id'] ?? '' } });
  const words = useWords();
  return <Answer of={report}>{(it) => <Reading key={it.id} report={it} words={words} />}</Answer>;
}

function Reading({ report, words }: { report: ReportView; words: Words }) {
  const last = report.versions.at(-1);
  const form = useForm(last?.form.key);
  if (last === undefined) return null;
  return (
    <>
      <PageHead
        title={last.headline}
        mark={report.handling}
        crumbs={[
          { label: t('exchange.nav.reports'), href: '/reports' },
          { label: words.sector(report.sector), href: `/reports?sector=${report.sector}` },
          { label: report.reference },
        ]}
        {...(words.kinds.length > 1 && report.kind !== words.kinds[0]?.key
          ? { tags: <Tag>{words.kind(report.kind)}</Tag> }
          : {})}
        meta={
          <>
            <span>
              {rich(report.may.addVersion ? 'exchange.report.sent' : 'exchange.report.received', {
                name: nameOf(last, words),
                when: <Moment at={last.submittedAt} />,
              })}
            </span>
            <span>{meaning(strictnessOf(report.handling))}</span>
          </>
        }
      />
      <Withdrawn report={report} />
      <Acknowledge report={report} />
      <Route report={report} words={words} />
      <div className="beside">
        <div className="stack-l">
          <Entered report={report} words={words} />
          <Source report={report} form={form.data} words={words} />
          <MinistryNotes report={report} words={words} />
          <Answer of={form}>{(view) => <Versions report={report} form={view} words={words} />}</Answer>
        </div>
        <aside className="stack" aria-label={t('exchange.report.to-do')}>
          {report.thread !== null && <ObligationsOf report={report.id} />}
          {report.may.addVersion && <NextVersion report={report} words={words} />}
          {report.may.relay && <RelayPanel report={report} words={words} />}
          {report.may.provide && <Provide report={report} />}
          {report.may.triage && <TriagePanel report={report} words={words} />}
          <Links report={report} />
          {(report.versions.at(-1)?.eventType ?? null) !== null && <Severity report={report} words={words} />}
          {report.may.return && <ReturnPanel report={report} />}
          {(report.thread !== null || report.may.triage) && <Consents report={report} />}
          {report.thread !== null && <AskingsOf report={report.id} />}
          {report.thread !== null && !report.may.triage && <Use report={report.id} words={words} />}
          <Talk report={report} />
          <Sight kind="report" id={report.id} author={report.source?.body.name ?? null} />
        </aside>
      </div>
    </>
  );
}
