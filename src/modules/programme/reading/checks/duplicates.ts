import type { Say } from '../problems.ts';
import type { Path, Source } from '../source.ts';
import { sayDuplicates, type Whole } from './whole.ts';

/** Says whatever bears a key that another of its kind bears already. */
export const checkDuplicates = (whole: Whole, say: Say): void => {
  ofParts(whole, say);
  ofLists(whole, say);
  ofForms(whole, say);
};

interface Keyed {
  readonly key: string;
}

const sayKeys = (say: Say, source: Source, path: Path, what: string, items: readonly Keyed[]): void =>
  sayDuplicates(
    say,
    source,
    path,
    what,
    items.map((it) => it.key),
  );

const ofParts = (whole: Whole, say: Say): void => {
  const { sectors, bodies, capacities, routes, kinds, measures, changes, channels, drills, surveys } = whole;
  sayKeys(say, channels.source, ['spaces'], 'space', channels.data.spaces);
  sayKeys(say, drills.source, ['drills'], 'drill', drills.data.drills);
  sayKeys(say, surveys.source, ['surveys'], 'survey', surveys.data.surveys);
  sayKeys(say, sectors.source, ['sectors'], 'sector', sectors.data.sectors);
  sayKeys(say, bodies.source, ['bodies'], 'body', bodies.data.bodies);
  const circles = bodies.data.bodies.map((it, i) => ({ key: it.ceptoar?.circle ?? `${i}` }));
  sayKeys(say, bodies.source, ['bodies'], 'circle', circles);
  sayKeys(say, changes.source, ['changes'], 'change', changes.data.changes);
  sayKeys(say, capacities.source, ['capacities'], 'capacity', capacities.data.capacities);
  capacities.data.capacities.forEach((it, i) => {
    sayKeys(say, capacities.source, ['capacities', i, 'roles'], 'role', it.roles);
  });
  sayKeys(say, kinds.source, ['kinds'], 'kind', kinds.data.kinds);
  sayKeys(say, routes.source, ['modes'], 'mode', routes.data.modes);
  sayKeys(say, routes.source, ['regions'], 'region', routes.data.regions);
  sayKeys(say, routes.source, ['routes'], 'route', routes.data.routes);
  sayKeys(say, routes.source, ['onward'], 'onward class', routes.data.onward);
  routes.data.routes.forEach((it, i) => {
    sayKeys(say, routes.source, ['routes', i, 'hops'], 'hop', it.hops);
    sayKeys(say, routes.source, ['routes', i, 'aside'], 'aside', it.aside);
  });
  const items = measures.data.items.map((it) => ({ key: it.item }));
  sayKeys(say, measures.source, ['groups'], 'group', measures.data.groups);
  sayKeys(say, measures.source, ['items'], 'item', items);
  measures.data.items.forEach((it, i) => {
    const subs = it.measures.map((measure) => ({ key: measure.sub }));
    sayKeys(say, measures.source, ['items', i, 'measures'], 'sub', subs);
  });
};

const ofLists = (whole: Whole, say: Say): void => {
  const seen = new Set<string>();
  for (const { source, path, list } of whole.lists) {
    if (seen.has(list.key)) say(source, path, 'programme.problem.duplicate', { what: 'list', key: list.key });
    seen.add(list.key);
    const versions = list.editions.map((it) => ({ key: it.version }));
    sayKeys(say, source, [...path, 'editions'], 'edition', versions);
    list.editions.forEach((edition, i) => {
      const codes = edition.codes.map((it) => ({ key: it.code }));
      sayKeys(say, source, [...path, 'editions', i, 'codes'], 'code', codes);
    });
  }
};

const ofForms = (whole: Whole, say: Say): void => {
  const seen = new Set<string>();
  for (const { source, data } of whole.forms) {
    const key = `${data.key} ${data.version}`;
    if (seen.has(key)) say(source, ['key'], 'programme.problem.duplicate', { what: 'form', key });
    seen.add(key);
  }
};
