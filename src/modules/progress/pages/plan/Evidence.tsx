import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { Sparkline } from '../../../../portal/show/chart/Sparkline.tsx';
import { figure, t } from '../../../../portal/text.ts';
import type { MeasureView, PlanView } from '../../contract.ts';
import { factOf, monthOf, spanOf, spoken, yearOf } from './words.ts';

/** What proves a measure: a row for each fact, a column for each month, and the bars beside their figures. */
export function Evidence({ plan, measure }: { plan: PlanView; measure: MeasureView }) {
  return (
    <DataTable
      caption={t('progress.evidence')}
      hint={t('progress.hint', { months: spanOf(plan.months) })}
      rows={measure.evidence}
      rowKey={(it) => it.fact}
      file={`${measure.label} ${yearOf(plan.year)}`}
      dense
      empty={<EmptyState title={t('progress.uncounted')}>{t('progress.uncounted.way')}</EmptyState>}
      columns={[
        {
          key: 'fact',
          label: t('progress.csv.fact-name'),
          head: true,
          cell: (it) => factOf(it.fact),
          csv: (it) => factOf(it.fact),
        },
        {
          key: 'bars',
          label: <span className="unseen-by-eye">{t('progress.bars')}</span>,
          cell: (it) => <Sparkline values={it.months} label={spoken(it.months, plan.months)} />,
        },
        ...plan.months.map((month, i) => ({
          key: month,
          label: monthOf(month),
          number: true,
          cell: (it: MeasureView['evidence'][number]) => figure(it.months[i] ?? 0),
          csv: (it: MeasureView['evidence'][number]) => it.months[i] ?? 0,
        })),
        {
          key: 'count',
          label: t('progress.csv.count'),
          number: true,
          cell: (it) => <b>{figure(it.count)}</b>,
          csv: (it) => it.count,
        },
      ]}
    />
  );
}
