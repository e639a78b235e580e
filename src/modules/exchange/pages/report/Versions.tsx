import { useFilters } from '../../../../portal/list/useFilters.ts';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { clockTime } from '../../../../kernel/time.ts';
import { t } from '../../../../portal/text.ts';
import { Attachments } from '../../../files/pages/index.ts';
import type { FormView } from '../../../forms/contract.ts';
import { FormFacts } from '../../../forms/pages/index.ts';
import type { ReportVersion, ReportView } from '../../shapes/report.ts';
import type { Words } from '../words/programme.ts';
import { changesBetween, nameOf, subjectOf } from '../words/versions.ts';

/** The versions of a report as tabs, the last one first to be seen, and what changed since the one before. */
export function Versions({ report, form, words }: { report: ReportView; form: FormView; words: Words }) {
  const [{ v }] = useFilters({ v: '' });
  const here = `/reports/${report.id}`;
  const last = report.versions.at(-1);
  const changesOnly = v === 'changes' && report.versions.length > 1;
  const shown = (changesOnly ? undefined : report.versions.find((it) => String(it.number) === v)) ?? last;
  if (shown === undefined || last === undefined) return null;
  const before = versionBefore(report, shown);
  const since = versionBefore(report, last);
  const items = [
    ...report.versions.map((it) => ({
      key: String(it.number),
      label: `${nameOf(it, words)} ${clockTime(new Date(it.submittedAt))}`,
      href: `${here}?v=${it.number}`,
    })),
    ...(since === undefined
      ? []
      : [
          {
            key: 'changes',
            label: t('exchange.version.changes'),
            count: changesBetween(form, since, last).length,
            href: `${here}?v=changes`,
          },
        ]),
  ];
  return (
    <section aria-labelledby="content">
      <div className="split">
        <h2 id="content">{t('exchange.report.content')}</h2>
        <Tabs
          label={t('exchange.version.tabs')}
          current={changesOnly ? 'changes' : String(shown.number)}
          items={items}
        />
      </div>
      <div className="content-facts">
        <FormFacts
          definition={form.definition}
          codes={form.codes}
          answers={shown.answers}
          subject={subjectOf(shown)}
          stage={shown.stage}
          changesOnly={changesOnly}
          without={changesOnly ? [] : ['headline', 'handling']}
          {...(before === undefined
            ? {}
            : { before: { answers: before.answers, subject: subjectOf(before), name: nameOf(before, words) } })}
        />
      </div>
      {!changesOnly && <Attachments item={shown.id} level={3} />}
      <p className="small cluster after-facts">
        {shown.mode !== null && (
          <span>
            {t('exchange.column.mode')} <b>{words.mode(shown.mode)}</b>
          </span>
        )}
        <a href={`${here}/print?v=${shown.number}`}>{t('exchange.report.print')}</a>
      </p>
    </section>
  );
}

const versionBefore = (report: ReportView, it: ReportVersion): ReportVersion | undefined =>
  report.versions[report.versions.indexOf(it) - 1];
