import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { Sparkline } from '../../../../portal/show/chart/Sparkline.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { both, figure, t } from '../../../../portal/text.ts';
import type { MeasureView, PlanView } from '../../contract.ts';
import { Flags, Standing } from './Flags.tsx';
import { factOf, hrefOf, monthly, ownersOf, spanOf, spoken } from './words.ts';

/** The leaves of the plan under their items, each with what proves it. */
export function Leaves({
  plan,
  items,
  caption,
  year,
}: {
  plan: PlanView;
  items: readonly MeasureView[];
  caption: string;
  year: string;
}) {
  const parents = new Map(plan.parents.map((it) => [it.label, it]));
  const headOf = (item: string) => {
    const parent = parents.get(item);
    if (parent === undefined) return item;
    return (
      <span className="plan-item">
        <Tag tone="block">{item}</Tag>
        <span>{both(parent.title)}</span>
        <small>{ownersOf(parent.owners, plan)}</small>
        {parent.restatedOf !== null && <small>{t('progress.restated-of', { where: both(parent.restatedOf) })}</small>}
      </span>
    );
  };
  return (
    <DataTable
      caption={caption}
      hint={t('progress.hint', { months: spanOf(plan.months) })}
      rows={items}
      rowKey={(it) => it.label}
      href={(it) => hrefOf(it.label, year)}
      groupOf={(it) => ({ key: it.item, head: headOf(it.item) })}
      empty={<EmptyState title={t('progress.none')}>{t('progress.none.way')}</EmptyState>}
      columns={[
        { key: 'label', label: t('progress.column.label'), head: true, cell: (it) => it.label },
        {
          key: 'title',
          label: t('progress.column.title'),
          cell: (it) => (
            <>
              {both(it.title)} <Flags of={it} />
            </>
          ),
        },
        { key: 'owners', label: t('progress.owner'), cell: (it) => <Owners of={it} plan={plan} /> },
        {
          key: 'months',
          label: t('progress.column.evidence', { months: spanOf(plan.months) }),
          cell: (it) => <Bars of={it} months={plan.months} />,
        },
        {
          key: 'count',
          label: <span className="unseen-by-eye">{t('progress.column.count')}</span>,
          number: true,
          cell: (it) => <Counts of={it} />,
        },
        { key: 'state', label: t('progress.state'), cell: (it) => <Standing of={it} /> },
      ]}
    />
  );
}

function Owners({ of, plan }: { of: MeasureView; plan: PlanView }) {
  return (
    <>
      {ownersOf(of.owners, plan)}
      {of.through.length > 0 && (
        <small className="dim through">{t('progress.through', { who: ownersOf(of.through, plan) })}</small>
      )}
    </>
  );
}

function Bars({ of, months }: { of: MeasureView; months: readonly string[] }) {
  const values = monthly(of, months);
  return values.length === 0 ? null : <Sparkline values={values} label={spoken(values, months)} />;
}

function Counts({ of }: { of: MeasureView }) {
  if (of.evidence.length === 0) return <span className="dim">{t('progress.uncounted')}</span>;
  return (
    <ul className="plan-counts">
      {of.evidence.map((it) => (
        <li key={it.fact}>
          <b className={it.count === 0 ? 'dim' : undefined}>{figure(it.count)}</b> {factOf(it.fact)}
        </li>
      ))}
    </ul>
  );
}
