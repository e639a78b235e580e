import { Select } from '../../../../portal/form/Select.tsx';
import { both, rich, t } from '../../../../portal/text.ts';
import type { PlanView } from '../../contract.ts';
import { yearOf } from './words.ts';

/** What the plan may be narrowed by; it stands in the address. */
export const noFilters = { group: '', owner: '', evidence: '', state: '', year: '' } as const;
export type PlanFilters = Record<keyof typeof noFilters, string>;

/** The filters over the plan, and how much of it they leave. */
export function Filters({
  plan,
  shown,
  filters,
  set,
  clear,
}: {
  plan: PlanView;
  shown: number;
  filters: PlanFilters;
  set: (change: Partial<PlanFilters>) => void;
  clear: () => void;
}) {
  const all = { key: '', label: t('progress.all') };
  const owners = plan.owners.map((it) => ({ key: it.key, label: both(it.title) }));
  const groups = plan.groups.map((it) => ({ key: it.key, label: both(it.title) }));
  const evidence = ['some', 'none'].map((key) => ({ key, label: t(`progress.evidence.${key}`) }));
  const states = ['in-progress', 'not-started', 'not-triggered'].map((key) => ({
    key,
    label: t(`progress.state.${key}`),
  }));
  const years = plan.years.map((it, i) => ({ key: i === 0 ? '' : String(it), label: yearOf(it) }));
  const narrowed = shown < plan.totals.leaves;
  return (
    <div className="filters plan-filters" role="search" aria-label={t('progress.filter')}>
      <Select
        label={t('progress.group')}
        value={filters.group}
        onChange={(group) => set({ group })}
        options={[all, ...groups]}
      />
      <Select
        label={t('progress.owner')}
        value={filters.owner}
        onChange={(owner) => set({ owner })}
        options={[all, ...owners]}
      />
      <Select
        label={t('progress.evidence')}
        value={filters.evidence}
        onChange={(it) => set({ evidence: it })}
        options={[all, ...evidence]}
      />
      <Select
        label={t('progress.state')}
        value={filters.state}
        onChange={(state) => set({ state })}
        options={[all, ...states]}
      />
      <Select label={t('progress.year')} value={filters.year} onChange={(year) => set({ year })} options={years} />
      <p className="end" role="status">
        {rich('progress.shown', { n: <b>{shown}</b>, of: plan.totals.leaves })}
        {narrowed && (
          <>
            {' '}
            <button type="button" className="text-button" onClick={clear}>
              {t('progress.clear')}
            </button>
          </>
        )}
      </p>
    </div>
  );
}
