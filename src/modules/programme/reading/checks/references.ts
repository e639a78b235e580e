import type { Say } from '../problems.ts';
import { sayUnknown, type Whole } from './whole.ts';

/** Says every key that refers to a sector, body, capacity, mode, hop or stage that is not there. */
export const checkReferences = (whole: Whole, say: Say): void => {
  ofSectorsAndBodies(whole, say);
  ofRoutes(whole, say);
  ofKinds(whole, say);
  ofChanges(whole, say);
  ofChannels(whole, say);
};

const keysOf = (items: readonly { readonly key: string }[]): Set<string> => new Set(items.map((it) => it.key));

const ofSectorsAndBodies = (whole: Whole, say: Say): void => {
  const bodies = keysOf(whole.bodies.data.bodies);
  const sectors = keysOf(whole.sectors.data.sectors);
  const capacities = keysOf(whole.capacities.data.capacities);
  whole.sectors.data.sectors.forEach((sector, i) => {
    sector.competent.forEach((it, j) => {
      sayUnknown(say, whole.sectors.source, ['sectors', i, 'competent', j, 'body'], 'body', it.body, bodies);
    });
  });
  whole.bodies.data.bodies.forEach((body, i) => {
    const at = (...rest: readonly PropertyKey[]): PropertyKey[] => ['bodies', i, ...rest];
    body.seats.forEach((it, j) => {
      sayUnknown(say, whole.bodies.source, at('seats', j, 'capacity'), 'capacity', it.capacity, capacities);
    });
    body.ceptoar?.sectors.forEach((key, j) => {
      sayUnknown(say, whole.bodies.source, at('ceptoar', 'sectors', j), 'sector', key, sectors);
    });
    if (capacities.has(body.key))
      say(whole.bodies.source, at('key'), 'programme.problem.duplicate', { what: 'capacity', key: body.key });
  });
};

const ofRoutes = (whole: Whole, say: Say): void => {
  const { source, data } = whole.routes;
  const capacities = keysOf(whole.capacities.data.capacities);
  const modes = keysOf(data.modes);
  const bodies = keysOf(whole.bodies.data.bodies);
  data.onward.forEach((it, i) => {
    it.to.forEach((to, j) => sayUnknown(say, source, ['onward', i, 'to', j], 'capacity', to, capacities));
    it.bodies.forEach((body, j) => sayUnknown(say, source, ['onward', i, 'bodies', j], 'body', body, bodies));
  });
  data.routes.forEach((route, i) => {
    const at = (...rest: readonly PropertyKey[]): PropertyKey[] => ['routes', i, ...rest];
    const hops = keysOf(route.hops);
    sayUnknown(say, source, at('mode'), 'mode', route.mode, modes);
    sayUnknown(say, source, at('origin'), 'capacity', route.origin, capacities);
    route.hops.forEach((hop, j) => {
      sayUnknown(say, source, at('hops', j, 'to'), 'capacity', hop.to, capacities);
      if (hop.scope === 'sector')
        unserved(whole, hop.to).forEach((sector) =>
          say(source, at('hops', j, 'to'), 'programme.problem.wanting', { what: sector, wanted: hop.to }),
        );
    });
    (['members', 'centre'] as const).forEach((whom) =>
      route.offerings?.[whom].forEach((it, j) =>
        sayUnknown(say, source, at('offerings', whom, j), 'capacity', it, capacities),
      ),
    );
    route.sourceApproval?.kinds?.forEach((kind, j) => {
      sayUnknown(say, source, at('sourceApproval', 'kinds', j), 'code', kind, provisionKinds(whole));
    });
    if (route.sourceApproval !== undefined && (route.kind === 'report' || route.kind === 'contribution'))
      say(source, at('sourceApproval'), 'programme.problem.wanting', { what: route.key, wanted: 'provision' });
    route.aside.forEach((aside, j) => {
      sayUnknown(say, source, at('aside', j, 'to'), 'capacity', aside.to, capacities);
      if (aside.after !== undefined) sayUnknown(say, source, at('aside', j, 'after'), 'hop', aside.after, hops);
      if (aside.on !== 'always' && aside.answer === undefined && route.kind === 'report') {
        say(source, at('aside', j), 'programme.problem.wanting', { what: aside.key, wanted: 'answer' });
      }
    });
  });
};

const provisionKinds = (whole: Whole): Set<string> =>
  new Set(
    whole.codes.data.lists
      .filter((it) => it.key === 'provision-kind')
      .flatMap((it) => it.editions.flatMap((edition) => edition.codes.map((one) => one.code))),
  );

const ofKinds = (whole: Whole, say: Say): void => {
  const { source, data } = whole.kinds;
  const capacities = keysOf(whole.capacities.data.capacities);
  const forms = keysOf(whole.forms.map((it) => it.data));
  const ways = new Set<string>(whole.routes.data.routes.map((it) => it.kind));
  data.kinds.forEach((kind, i) => {
    sayUnknown(say, source, ['kinds', i, 'form'], 'form', kind.form, forms);
    kind.by.forEach((it, j) => {
      sayUnknown(say, source, ['kinds', i, 'by', j, 'capacity'], 'capacity', it.capacity, capacities);
      sayUnknown(say, source, ['kinds', i, 'by', j, 'route'], 'route', it.route, ways);
    });
  });
};

/** Sectors for which nobody sits in a capacity that a route goes through sector by sector. */
const unserved = (whole: Whole, capacity: string): string[] => {
  const sitting = whole.bodies.data.bodies.filter((body) => body.seats.some((seat) => seat.capacity === capacity));
  const keys = keysOf(sitting);
  return whole.sectors.data.sectors
    .filter(
      (sector) =>
        !sector.competent.some((it) => keys.has(it.body)) &&
        !sitting.some((body) => body.ceptoar?.sectors.includes(sector.key)),
    )
    .map((sector) => sector.key);
};

const ofChanges = (whole: Whole, say: Say): void => {
  const { source, data } = whole.changes;
  const added = data.changes.flatMap((change) => change.bodies);
  const bodies = keysOf([...whole.bodies.data.bodies, ...added]);
  const sectors = keysOf([...whole.sectors.data.sectors, ...data.changes.flatMap((change) => change.sectors)]);
  const capacities = keysOf(whole.capacities.data.capacities);
  data.changes.forEach((change, i) => {
    const at = (...rest: readonly PropertyKey[]): PropertyKey[] => ['changes', i, ...rest];
    change.moves.forEach((move, j) => {
      sayUnknown(say, source, at('moves', j, 'sector'), 'sector', move.sector, sectors);
      sayUnknown(say, source, at('moves', j, 'from'), 'body', move.from, bodies);
      sayUnknown(say, source, at('moves', j, 'to'), 'body', move.to, bodies);
    });
    change.sectors.forEach((sector, j) => {
      sector.competent.forEach((it, k) => {
        sayUnknown(say, source, at('sectors', j, 'competent', k, 'body'), 'body', it.body, bodies);
      });
    });
    change.bodies.forEach((body, j) => {
      body.seats.forEach((seat, k) => {
        sayUnknown(say, source, at('bodies', j, 'seats', k, 'capacity'), 'capacity', seat.capacity, capacities);
      });
    });
  });
};

const ofChannels = (whole: Whole, say: Say): void => {
  const { source, data } = whole.channels;
  const capacities = keysOf(whole.capacities.data.capacities);
  data.views.forEach((way, i) => {
    way.from.forEach((it, j) => sayUnknown(say, source, ['views', i, 'from', j], 'capacity', it, capacities));
    sayUnknown(say, source, ['views', i, 'to'], 'capacity', way.to, capacities);
    if (way.through !== undefined)
      sayUnknown(say, source, ['views', i, 'through'], 'capacity', way.through, capacities);
  });
  data.inquiries.forEach((way, i) => {
    sayUnknown(say, source, ['inquiries', i, 'from'], 'capacity', way.from, capacities);
    way.to.forEach((it, j) => sayUnknown(say, source, ['inquiries', i, 'to', j], 'capacity', it, capacities));
  });
  data.supports.forEach((kind, i) => {
    kind.helped.forEach((it, j) => sayUnknown(say, source, ['supports', i, 'helped', j], 'capacity', it, capacities));
    sayUnknown(say, source, ['supports', i, 'helper'], 'capacity', kind.helper, capacities);
  });
  data.spaces.forEach((space, i) => {
    const named = {
      guests: space.guests,
      ...(space.basis === 'pair' ? {} : { capacities: space.capacities }),
      ...(space.basis === 'group' ? { openers: space.openers } : {}),
    };
    for (const [member, keys] of Object.entries(named))
      keys.forEach((it, j) => sayUnknown(say, source, ['spaces', i, member, j], 'capacity', it, capacities));
    if (space.basis !== 'pair') return;
    for (const end of ['lower', 'upper'] as const)
      sayUnknown(say, source, ['spaces', i, end], 'capacity', space[end], capacities);
  });
};
