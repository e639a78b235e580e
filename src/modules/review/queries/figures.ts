import { notFound } from '../../../kernel/refusal.ts';
import { fiscalYearOf, quartersOf } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { Programme } from '../../programme/contract.ts';
import { countsOf, hopsOf, rowsOf, silentOf } from './counts.ts';
import type { FiguresView, Finding, Released, ReleaseView } from '../contract.ts';
import { cellOf, columnsOf, type Kind } from '../rules.ts';

/** What the regime did in a fiscal year, as far as the acting seat may know it. */
export const figures = async (
  acting: Acting,
  programme: Programme,
  asked: number | undefined,
): Promise<FiguresView> => {
  const present = fiscalYearOf(acting.now);
  const decided = programme.plan.fiscalYear;
  const years = Array.from({ length: Math.min(30, Math.max(1, present - decided + 1)) }, (_, i) => present - i);
  const year = asked ?? present;
  const counts = await countsOf(acting, year);
  const bounds = quartersOf(year);
  return {
    year,
    years,
    countedAt: acting.now.toISOString(),
    quarters: bounds.slice(0, 4).map((from, i) => {
      const until = bounds[i + 1] ?? from;
      return { quarter: i + 1, from: from.toISOString(), until: until.toISOString(), over: until <= acting.now };
    }),
    rows: rowsOf(programme, counts, acting.now).map(({ what, code }) => {
      const quarters = [1, 2, 3, 4].map(
        (q) => counts.find((it) => it.what === what && it.code === code && it.quarter === q)?.n ?? 0,
      );
      return { what, code, quarters, total: quarters.reduce((sum, n) => sum + n, 0) };
    }),
    hops: await hopsOf(acting, year),
    silent: await silentOf(acting, year),
    fewest: programme.smallCount.fewest,
  };
};

const releases = (acting: Acting) =>
  acting.db
    .selectFrom('review.release as r')
    .leftJoin('review.publication as p', 'p.release', 'r.id')
    .select(['r.id', 'r.year', 'r.quarter', 'r.place', 'r.person', 'r.at', 'r.fewest', 'r.sha256', 'r.shown', 'r.csv'])
    .select('p.at as published');

type Row = Awaited<ReturnType<ReturnType<typeof releases>['executeTakeFirstOrThrow']>>;

const listed = (acting: Acting, it: Row, places: number): Released => ({
  id: it.id,
  year: it.year,
  quarter: it.quarter,
  state: it.published === null ? 'prepared' : 'published',
  preparedAt: it.at.toISOString(),
  publishedAt: it.published?.toISOString() ?? null,
  mine: it.person === acting.person,
  overtaken: it.published === null && it.place <= places,
  sha256: it.sha256,
});

/** How many releases have been published. */
export const publishedSoFar = async (acting: Acting): Promise<number> => {
  const { n } = await acting.db
    .selectFrom('review.publication')
    .select((e) => e.fn.countAll<string>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** What was published and, for those who publish, what is prepared; latest first. */
export const listReleases = async (acting: Acting): Promise<Released[]> => {
  const places = await publishedSoFar(acting);
  const rows = await releases(acting).orderBy('r.at', 'desc').orderBy('r.id').limit(300).execute();
  return rows.map((it) => listed(acting, it, places));
};

/** One release with its table and its file. */
export const showRelease = async (acting: Acting, id: string): Promise<ReleaseView> => {
  const it = await releases(acting).where('r.id', '=', id).executeTakeFirst();
  if (it === undefined) throw notFound();
  const { kinds, cells } = it.shown as { kinds: Kind[]; cells: Record<string, number | null> };
  const periods = columnsOf(it);
  return {
    ...listed(acting, it, await publishedSoFar(acting)),
    fewest: it.fewest,
    periods,
    rows: kinds.map((kind) => ({ ...kind, cells: periods.map((column) => cells[cellOf(kind, column)] ?? null) })),
    csv: it.csv,
  };
};

/** The yearly reviews, latest first. */
export const listFindings = async (acting: Acting): Promise<Finding[]> => {
  const rows = await acting.db
    .selectFrom('review.finding')
    .select(['id', 'year', 'said', 'decided', 'at'])
    .orderBy('at', 'desc')
    .orderBy('id')
    .limit(300)
    .execute();
  return rows.map((it) => ({ ...it, at: it.at.toISOString() }));
};
