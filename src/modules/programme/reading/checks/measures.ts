import type { Say } from '../problems.ts';
import { sayUnknown, type Whole } from './whole.ts';

/** Says owners, groups and bodies of measures that are not there, and counts that are not what the plan declares. */
export const checkMeasures = (whole: Whole, say: Say): void => {
  const { source, data } = whole.measures;
  const groups = new Set(data.groups.map((it) => it.key));
  const bodies = new Set(whole.bodies.data.bodies.map((it) => it.key));
  const owners = new Set([...bodies, ...whole.capacities.data.capacities.map((it) => it.key)]);
  const sayAll = (
    path: readonly PropertyKey[],
    what: string,
    keys: readonly string[] | undefined,
    known: ReadonlySet<string>,
  ): void =>
    keys?.forEach((key, i) => {
      sayUnknown(say, source, [...path, i], what, key, known);
    });
  data.items.forEach((item, i) => {
    const path = ['items', i];
    sayUnknown(say, source, [...path, 'group'], 'group', item.group, groups);
    for (const [at, it] of [
      [path, item] as const,
      ...item.measures.map((m, j) => [[...path, 'measures', j], m] as const),
    ]) {
      sayAll([...at, 'owners'], 'owner', it.owners, owners);
      sayAll([...at, 'through'], 'body', it.through, bodies);
      if (it.partly !== undefined && it.trigger === undefined)
        say(source, [...at, 'partly'], 'programme.problem.wanting', { what: 'partly', wanted: 'trigger' });
    }
    if (item.measures.length > 0 && item.evidence !== undefined)
      say(source, [...path, 'evidence'], 'programme.problem.unknown-member', { key: 'evidence' });
  });
  sayCounts(whole, say);
};

const sayCounts = (whole: Whole, say: Say): void => {
  const { source, data } = whole.measures;
  if (data.counts === undefined) return;
  const subItems = data.items.reduce((sum, it) => sum + it.measures.length, 0);
  const found = {
    items: data.items.length,
    subItems,
    leaves: subItems + data.items.filter((it) => it.measures.length === 0).length,
    restated: data.items.filter((it) => it.restatedOf !== undefined).length,
  };
  for (const what of ['items', 'subItems', 'leaves', 'restated'] as const) {
    const declared = data.counts[what];
    if (declared !== found[what])
      say(source, ['counts', what], 'programme.problem.count', { what, declared, found: found[what] });
  }
};
