import type { Measure, Programme } from '../programme/contract.ts';
import type { MeasuresQuery, MeasureView, PlanView } from './contract.ts';
import { type Counted, countedBy, evidenceOf, stateOf, sum, type Tally } from './rules.ts';

/** What the view of a plan is made from. */
export interface Ingredients extends Pick<PlanView, 'scope' | 'owners'> {
  readonly programme: Programme;
  readonly query: MeasuresQuery;
  readonly year: number;
  readonly years: number[];
  /** The facts that the scope can know. */
  readonly facts: readonly string[];
  readonly tally: readonly Tally[];
  readonly months: string[];
  readonly now: Date;
}

/** The plan as it is answered: groups and totals of the whole, leaves as far as they were asked for. */
export const viewOf = ({
  programme,
  query,
  year,
  years,
  scope,
  facts,
  tally,
  owners,
  now,
  months,
}: Ingredients): PlanView => {
  const counted = countedBy(tally, months);
  const known = new Set(facts);
  const leaves = programme.measures.map((it) => leafOf(it, known, counted, months));
  return {
    plan: programme.plan.title,
    chapter: programme.plan.chapter,
    year,
    years,
    countedAt: now.toISOString(),
    scope,
    months,
    totals: {
      items: programme.measureItems.length,
      leaves: leaves.length,
      withEvidence: leaves.filter(isProven).length,
      evidence: evidenceOf(programme.measures, counted),
    },
    groups: programme.measureGroups.map((group) => ({
      ...group,
      items: programme.measureItems.filter((it) => it.group === group.key).map((it) => it.item),
      leaves: leaves.filter((it) => it.group === group.key).length,
      withEvidence: leaves.filter((it) => it.group === group.key && isProven(it)).length,
      evidence: evidenceOf(
        programme.measures.filter((it) => it.group === group.key),
        counted,
      ),
    })),
    owners,
    parents: programme.measureItems.map((it) => ({
      label: it.item,
      group: it.group,
      title: it.title,
      owners: [...it.owners],
      leaves: leaves.filter((leaf) => leaf.item === it.item).length,
      restatedOf: it.restatedOf,
    })),
    items: leaves.filter((it) => isAsked(it, query)),
    next: null,
  };
};

const leafOf = (it: Measure, known: ReadonlySet<string>, counted: Counted, months: readonly string[]): MeasureView => {
  const evidence = it.evidence
    .filter((fact) => known.has(fact))
    .map((fact) => {
      const row = counted.get(fact) ?? months.map(() => 0);
      return { fact, count: sum(row), months: [...row] };
    });
  return {
    label: it.label,
    item: it.item,
    group: it.group,
    title: it.title,
    owners: [...it.owners],
    through: [...it.through],
    conditional: it.conditional,
    trigger: it.trigger,
    partly: it.partly,
    restated: it.restated,
    evidence,
    state: stateOf(it, sum(evidence.map((one) => one.count))),
  };
};

const isProven = (it: MeasureView): boolean => it.evidence.some((one) => one.count > 0);

const isAsked = (it: MeasureView, query: MeasuresQuery): boolean =>
  (query.group === undefined || it.group === query.group) &&
  (query.owner === undefined || it.owners.includes(query.owner) || it.through.includes(query.owner)) &&
  (query.evidence === undefined || isProven(it) === (query.evidence === 'some'));
