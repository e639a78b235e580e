import { CsvButton } from '../../../../portal/list/CsvButton.tsx';
import { both, t } from '../../../../portal/text.ts';
import type { MeasureView, PlanView } from '../../contract.ts';
import { factOf, ownersOf, yearOf } from './words.ts';

/** The shown leaves as CSV: a line for each fact that proves one, with its months. */
export function PlanCsv({ plan, items }: { plan: PlanView; items: readonly MeasureView[] }) {
  const head = [
    'label',
    'title',
    'owner',
    'through',
    'condition',
    'restated',
    'state',
    'fact',
    'fact-name',
    'count',
  ].map((key) => t(`progress.csv.${key}`));
  const rows = items.flatMap((it) => {
    const trigger = it.trigger === null ? '' : t(`progress.trigger.${it.trigger}${it.partly ? '-partly' : ''}`);
    const about = [
      it.label,
      both(it.title),
      ownersOf(it.owners, plan),
      ownersOf(it.through, plan),
      trigger,
      it.restated ? t('progress.restated') : '',
      t(`progress.state.${it.state}`),
    ];
    const evidence = it.evidence.length === 0 ? [{ fact: '', count: 0, months: [] }] : it.evidence;
    return evidence.map((one) => [
      ...about,
      one.fact,
      one.fact === '' ? '' : factOf(one.fact),
      one.count,
      ...plan.months.map((_, i) => one.months[i] ?? 0),
    ]);
  });
  return (
    <CsvButton file={`${both(plan.plan)} ${yearOf(plan.year)}`} head={[...head, ...plan.months]} rows={rows}>
      CSV
    </CsvButton>
  );
}
