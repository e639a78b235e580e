import './plan.css';
import { tlp } from '../../../kernel/marking.ts';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { searchOf, useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../portal/text.ts';
import { type PlanView, progressDoors } from '../contract.ts';
import { PlanCsv } from './plan/Csv.tsx';
import { Filters, noFilters, type PlanFilters } from './plan/Filters.tsx';
import { Groups } from './plan/Groups.tsx';
import { Leaves } from './plan/Leaves.tsx';
import { yearOf } from './plan/words.ts';

/** The annual plan: its leaves under their items, with the evidence that the reader may know. */
export default function Plan() {
  const [filters, set, clear] = useFilters<PlanFilters>(noFilters);
  const { state: _, ...asked } = filters;
  const query = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
  const plan = useGet(progressDoors.measures, { query });
  return <Answer of={plan}>{(it) => <PlanOf plan={it} filters={filters} set={set} clear={clear} />}</Answer>;
}

function PlanOf({
  plan,
  filters,
  set,
  clear,
}: {
  plan: PlanView;
  filters: PlanFilters;
  set: (change: Partial<PlanFilters>) => void;
  clear: () => void;
}) {
  const items = filters.state === '' ? plan.items : plan.items.filter((it) => it.state === filters.state);
  const group = plan.groups.find((it) => it.key === filters.group);
  return (
    <>
      <PageHead
        title={both(plan.chapter)}
        mark={tlp('GREEN')}
        crumbs={[
          { label: t('progress.nav.plan'), ...(filters.group === '' ? {} : { href: '/plan' }) },
          { label: both(plan.plan) },
        ]}
        aside={<PlanCsv plan={plan} items={items} />}
        meta={
          <>
            <span>{t('progress.size', { items: plan.totals.items, leaves: plan.totals.leaves })}</span>
            <span>{t('progress.progress', { year: yearOf(plan.year) })}</span>
            <span>{rich('progress.counted', { at: <Moment at={plan.countedAt} /> })}</span>
          </>
        }
      />
      {plan.scope === 'own' && <Note icon="eyeoff">{t('progress.scope.own')}</Note>}
      <Filters plan={plan} shown={items.length} filters={filters} set={set} clear={clear} />
      <div className="plan">
        <Groups
          plan={plan}
          current={filters.group}
          hrefOf={(key) => `/plan${searchOf(noFilters, { ...filters, group: key }, '')}`}
        />
        <div className="stack">
          <Leaves
            plan={plan}
            items={items}
            caption={group === undefined ? t('progress.whole') : both(group.title)}
            year={filters.year}
          />
          {plan.scope === 'programme' && <Note>{t('progress.scope.programme')}</Note>}
        </div>
      </div>
    </>
  );
}
