import type { Cell, Relation, Tables } from '../../kernel/suppression.ts';
import { fiscalYearOf, quartersOf } from '../../kernel/time.ts';
import type { Counted } from './contract.ts';

/** How often something was counted in a quarter. */
export interface Count {
  readonly what: Counted;
  readonly code: string;
  readonly quarter: number;
  readonly n: number;
}

/** The quarters that began at `from` or later and had ended by `until`, the oldest first. */
export const quartersSince = (from: Date, until: Date): { year: number; quarter: number; until: Date }[] => {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(until)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((year) => {
    const bounds = quartersOf(year);
    return bounds
      .slice(1)
      .map((end, i) => ({ year, quarter: i + 1, until: end }))
      .filter((it, i) => it.until <= until && (bounds[i] ?? until) >= from);
  });
};

/** What a release is about: a quarter, or (null) a year with its quarters. */
export interface Period {
  readonly year: number;
  readonly quarter: number | null;
}

/** The columns of a release, as `2026Q1`; the whole year, as `2026`, last. */
export const columnsOf = ({ year, quarter }: Period): string[] =>
  quarter === null ? [1, 2, 3, 4].map((q) => `${year}Q${q}`).concat(String(year)) : [`${year}Q${quarter}`];

/** Whether the time of a release has wholly gone by. */
export const isOver = ({ year, quarter }: Period, now: Date): boolean => {
  const end = quartersOf(year)[quarter ?? 4];
  return end !== undefined && end <= now;
};

/** A row of the tables: what is counted, under which code. */
export interface Kind {
  readonly what: Counted;
  readonly code: string;
}

/** The name of a cell: `events:E31/2026Q1`. */
export const cellOf = ({ what, code }: Kind, column: string): string =>
  `${what}${code === '' ? '' : `:${code}`}/${column}`;

/** The rows in their order: the whole, its types, its causes, then what stands apart. */
export const kindsOf = (events: readonly string[], causes: readonly string[]): Kind[] => [
  { what: 'reports', code: '' },
  ...events.map((code) => ({ what: 'events' as const, code })),
  ...causes.map((code) => ({ what: 'causes' as const, code })),
  { what: 'agencies', code: '' },
  { what: 'provisions', code: '' },
];

/** What earlier releases of the same year say of a cell: its number, and whether it was shown. */
export type Earlier = ReadonlyMap<string, { readonly n: number; readonly shown: boolean }>;

/**
 * Everything of a year that was or is to be published, as cells that hang together. A quarter that was published keeps its
 * numbers, whatever became of its cases since: a table that moved between two releases would tell whose case it was.
 */
export const tablesOf = (
  period: Period,
  kinds: readonly Kind[],
  counts: readonly Count[],
  earlier: Earlier,
): Tables => {
  const columns = new Set(columnsOf(period));
  const quarters = [1, 2, 3, 4].map((q) => `${period.year}Q${q}`);
  const whole = String(period.year);
  const known = (kind: Kind, column: string): number =>
    earlier.get(cellOf(kind, column))?.n ??
    counts.find((it) => it.what === kind.what && it.code === kind.code && `${period.year}Q${it.quarter}` === column)
      ?.n ??
    0;
  const numberOf = (kind: Kind, column: string): number =>
    column === whole ? quarters.reduce((sum, quarter) => sum + numberOf(kind, quarter), 0) : known(kind, column);
  const cells = kinds.flatMap((kind) =>
    [...quarters, whole]
      .filter((column) => columns.has(column) || earlier.has(cellOf(kind, column)))
      .map((column): Cell => {
        const key = cellOf(kind, column);
        const before = earlier.get(key);
        const told = before === undefined ? {} : { earlier: before.shown ? ('shown' as const) : ('hidden' as const) };
        return { key, value: numberOf(kind, column), guarded: kind.what !== 'provisions', ...told };
      }),
  );
  const there = new Set(cells.map((it) => it.key));
  const types = kinds.filter((it) => it.what === 'events');
  const reports: Kind = { what: 'reports', code: '' };
  const relations: Relation[] = [
    ...[...quarters, whole].flatMap((column): Relation[] => [
      { total: cellOf(reports, column), parts: types.map((it) => cellOf(it, column)) },
      ...kinds
        .filter((it) => it.what === 'causes')
        .map((it) => ({ total: cellOf(reports, column), parts: [cellOf(it, column)], atLeast: true as const })),
    ]),
    ...kinds.map((kind) => ({ total: cellOf(kind, whole), parts: quarters.map((it) => cellOf(kind, it)) })),
  ];
  return { cells, relations: relations.filter((it) => [it.total, ...it.parts].every((key) => there.has(key))) };
};

/** A release as a file: a line for each row, an x for what is hidden. UTF-8 with a byte order mark, lines ended as RFC 4180 has it. */
export const csvOf = (
  columns: readonly string[],
  rows: readonly {
    readonly kind: Kind;
    readonly ja: string;
    readonly en: string;
    readonly cells: readonly (number | null)[];
  }[],
): string => {
  const cell = (value: string | number): string => `"${String(value).replaceAll('"', '""')}"`;
  const lines = [
    ['what', 'code', 'ja', 'en', ...columns],
    ...rows.map((it) => [it.kind.what, it.kind.code, it.ja, it.en, ...it.cells.map((n) => n ?? 'x')]),
  ];
  return `\uFEFF${lines.map((it) => it.map(cell).join(',')).join('\r\n')}\r\n`;
};
