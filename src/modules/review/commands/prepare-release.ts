import { createHash, randomUUID } from 'node:crypto';
import { Refusal } from '../../../kernel/refusal.ts';
import { suppress } from '../../../kernel/suppression.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { Programme } from '../../programme/contract.ts';
import { codeEver } from '../../programme/index.ts';
import { countsOf, rowsOf } from '../queries/counts.ts';
import en from '../messages/en.json' with { type: 'json' };
import ja from '../messages/ja.json' with { type: 'json' };
import { publishedSoFar } from '../queries/figures.ts';
import { cellOf, columnsOf, csvOf, type Earlier, isOver, type Kind, type Period, tablesOf } from '../rules.ts';

/** Writes down the figures of a time that is over, small numbers hidden against this and all earlier releases. */
export const prepareRelease = async (acting: Acting, programme: Programme, period: Period): Promise<{ id: string }> => {
  if (!isOver(period, acting.now)) throw new Refusal('period-not-over');
  const before = await earlierOf(acting, period);
  if (before.same) throw new Refusal('already-published');
  const counts = await countsOf(acting, period.year);
  const { fewest } = programme.smallCount;
  const kinds = rowsOf(programme, [...counts, ...before.kinds], acting.now);
  const tables = tablesOf(period, kinds, counts, before.cells);
  const { hidden, open } = suppress(tables, fewest);
  if (open.length > 0) throw new Refusal('cannot-be-hidden');

  const columns = columnsOf(period);
  const mine = new Set(kinds.flatMap((kind) => columns.map((column) => cellOf(kind, column))));
  const own = tables.cells.filter((it) => mine.has(it.key));
  const cells = Object.fromEntries(own.map((it) => [it.key, hidden.has(it.key) ? null : it.value]));
  const rows = kinds.map((kind) => ({
    kind,
    ...titleOf(programme, kind),
    cells: columns.map((column) => cells[cellOf(kind, column)] ?? null),
  }));
  const csv = csvOf(columns, rows);
  const id = randomUUID();
  const release = { id, realm: acting.realm, ...period, place: (await publishedSoFar(acting)) + 1, fewest };
  const who = { seat: acting.seat, person: acting.person, at: acting.now };
  const sha256 = createHash('sha256').update(csv, 'utf8').digest('hex');
  await acting.db
    .insertInto('review.release')
    .values({ ...release, ...who, shown: JSON.stringify({ kinds, cells }), csv, sha256 })
    .execute();
  await acting.db
    .insertInto('review.release_count')
    .values(own.map((it) => ({ release: id, cell: it.key, n: it.value })))
    .execute();
  await acting.record({
    fact: 'figures.prepared',
    subject: id,
    detail: { year: period.year, quarter: period.quarter },
  });
  return { id };
};

// What was published of the same year, in the order in which it was; a later release repeats the numbers of an earlier one.
const earlierOf = async (
  acting: Acting,
  { year, quarter }: Period,
): Promise<{ cells: Earlier; kinds: Kind[]; same: boolean }> => {
  const rows = await acting.db
    .selectFrom('review.publication as p')
    .innerJoin('review.release as r', 'r.id', 'p.release')
    .innerJoin('review.release_count as c', 'c.release', 'r.id')
    .select(['r.quarter', 'r.shown', 'c.cell', 'c.n'])
    .where('r.realm', '=', acting.realm)
    .where('r.year', '=', year)
    .orderBy('p.place')
    .execute();
  const cells = new Map<string, { n: number; shown: boolean }>();
  const kinds = new Map<string, Kind>();
  for (const it of rows) {
    const shown = it.shown as { kinds: Kind[]; cells: Record<string, number | null> };
    cells.set(it.cell, { n: it.n, shown: (shown.cells[it.cell] ?? null) !== null });
    for (const kind of shown.kinds) kinds.set(`${kind.what}:${kind.code}`, kind);
  }
  return { cells, kinds: [...kinds.values()], same: rows.some((it) => it.quarter === quarter) };
};

const titleOf = (programme: Programme, { what, code }: Kind): { ja: string; en: string } => {
  const key = what === 'events' ? 'event-type' : 'cause-type';
  const list = code === '' ? undefined : programme.codeLists.find((it) => it.key === key);
  const title = list === undefined ? undefined : codeEver(list, code)?.title;
  const name = `review.what.${what}` as const;
  return title ?? { ja: ja[name], en: en[name] };
};
