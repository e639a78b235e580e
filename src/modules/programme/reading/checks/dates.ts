import type { Dated } from '../../shapes/base.ts';
import type { Route } from '../../shapes/routes.ts';
import type { Say } from '../problems.ts';
import type { Path, Source } from '../source.ts';
import type { Whole } from './whole.ts';

/** Says every validity that ends before it begins, and every two of a kind that hold at the same time. */
export const checkDates = (whole: Whole, say: Say): void => {
  const { forms: _, lists, ...parts } = whole;
  const sources = new Map([...Object.values(parts), ...lists].map((it) => [it.source.file, it.source]));
  for (const source of sources.values()) checkOrder(source, source.data, [], say);
  whole.bodies.data.bodies.forEach((body, i) => {
    overlaps(whole.bodies.source, ['bodies', i, 'names'], `${body.key} names`, body.names, say);
  });
  whole.sectors.data.sectors.forEach((sector, i) => {
    overlaps(whole.sectors.source, ['sectors', i, 'competent'], `${sector.key} competent`, sector.competent, say);
  });
  for (const { source, path, list } of lists) overlaps(source, [...path, 'editions'], list.key, list.editions, say);
  const routes = whole.routes.data.routes;
  routes.forEach((route, i) => {
    const earlier = routes
      .slice(0, i)
      .find((it) => it.kind === route.kind && it.mode === route.mode && sameDoor(it, route) && clash(it, route));
    if (earlier !== undefined)
      sayOverlap(whole.routes.source, ['routes', i], `${route.kind} ${route.mode}`, route, say);
  });
};

// What goes by agreement begins at several offices, each with its own way.
const sameDoor = (a: Route, b: Route): boolean =>
  a.origin === b.origin || a.hops.every((it) => it.scope !== 'agreement');

const checkOrder = (source: Source, value: unknown, path: Path, say: Say): void => {
  if (Array.isArray(value)) return value.forEach((it, i) => checkOrder(source, it, [...path, i], say));
  if (typeof value !== 'object' || value === null) return;
  const { from, until } = value as Dated;
  if (typeof from === 'string' && typeof until === 'string' && until <= from) {
    say(source, [...path, 'until'], 'programme.problem.order', {
      what: String(path.at(-2) ?? path.at(-1) ?? ''),
      from,
      until,
    });
  }
  for (const [key, it] of Object.entries(value)) checkOrder(source, it, [...path, key], say);
};

const overlaps = (source: Source, path: Path, what: string, items: readonly Dated[], say: Say): void =>
  items.forEach((it, i) => {
    if (items.slice(0, i).some((earlier) => clash(earlier, it))) sayOverlap(source, [...path, i], what, it, say);
  });

const sayOverlap = (source: Source, path: Path, what: string, it: Dated, say: Say): void =>
  say(source, path, 'programme.problem.overlap', { what, from: it.from ?? '…' });

const clash = (a: Dated, b: Dated): boolean =>
  (a.from ?? '') < (b.until ?? '9999') && (b.from ?? '') < (a.until ?? '9999');
