import { Bar } from '../../../../portal/show/chart/Bar.tsx';
import { both, t } from '../../../../portal/text.ts';
import type { PlanView } from '../../contract.ts';

/** The groups of policies as cards: how many of their measures anything proves. One of them, or all, is looked at. */
export function Groups({
  plan,
  current,
  hrefOf,
}: {
  plan: PlanView;
  current: string;
  hrefOf: (group: string) => string;
}) {
  return (
    <nav className="plan-groups" aria-label={t('progress.group')}>
      <Card
        name={t('progress.all')}
        range={t('progress.items', { n: plan.totals.items })}
        leaves={plan.totals.leaves}
        withEvidence={plan.totals.withEvidence}
        evidence={plan.totals.evidence}
        href={hrefOf('')}
        current={current === ''}
      />
      {plan.groups.map((it) => (
        <Card
          key={it.key}
          name={both(it.short)}
          range={rangeOf(it.items)}
          leaves={it.leaves}
          withEvidence={it.withEvidence}
          evidence={it.evidence}
          href={hrefOf(it.key)}
          current={it.key === current}
        />
      ))}
    </nav>
  );
}

function Card({
  name,
  range,
  leaves,
  withEvidence,
  evidence,
  href,
  current,
}: {
  name: string;
  range: string;
  leaves: number;
  withEvidence: number;
  evidence: number;
  href: string;
  current: boolean;
}) {
  const said = t('progress.group.proven', { n: withEvidence, of: leaves });
  return (
    <a href={href} aria-current={current ? 'true' : undefined}>
      <b>{name}</b>
      <span>{range}</span>
      <Bar value={leaves === 0 ? 0 : withEvidence / leaves} label={said} />
      <span aria-hidden="true">{said}</span>
      <span>{t('progress.group.evidence', { n: evidence })}</span>
    </a>
  );
}

const rangeOf = (items: readonly string[]): string =>
  items.length <= 2 ? items.join('・') : `${items[0]}〜${items.at(-1)}`;
