import { greatest, type Row } from './extremes.ts';

/** One number of one or more tables that are published. */
export interface Cell {
  readonly key: string;
  /** What was counted; a whole number, never below nought. */
  readonly value: number;
  /** Whether a small number here could lead to somebody. Numbers of one's own acts do not. */
  readonly guarded: boolean;
  /** What an earlier release did with it: what was shown cannot be taken back, what was hidden stays hidden. */
  readonly earlier?: 'shown' | 'hidden';
}

/** `total` is the sum of `parts`; with `atLeast`, of the parts and of what nobody publishes: it is no less than they are. */
export interface Relation {
  readonly total: string;
  readonly parts: readonly string[];
  readonly atLeast?: true;
}

/** Everything that is or was published, as numbers that hang together. Earlier releases belong in it. */
export interface Tables {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
}

/** All the values that the cells may have for a reader of what is shown; of a cell, the least and the greatest. */
export interface Range {
  readonly low: number;
  readonly high: number;
  /** Whole tables that agree with everything shown and in which the cell has these values. */
  readonly witnesses: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
}

/** Whether a number is so small that it is not shown: from one to below `fewest`. Nought names nobody. */
export const isSmall = ({ value, guarded }: Cell, fewest: number): boolean => guarded && value > 0 && value < fewest;

/**
 * The range in which a reader who can do sums finds a hidden cell. Looks no higher than `reach` above the true value: a
 * range that is wide enough need not be measured.
 */
export const rangeOf = (tables: Tables, hidden: ReadonlySet<string>, key: string, reach: number): Range => {
  const value = new Map(tables.cells.map((it) => [it.key, it.value]));
  const near = togetherWith(tables.relations, hidden, key);
  const names = [...near.cells];
  const column = new Map(names.map((name, i) => [name, i]));
  let count = names.length;
  const rows: Row[] = near.relations.map(({ total, parts, atLeast }) => {
    const factors = new Map<number, number>();
    let right = 0;
    for (const [name, factor] of [...parts.map((it) => [it, 1] as const), [total, -1] as const]) {
      const at = column.get(name);
      if (at === undefined) right -= factor * (value.get(name) ?? 0);
      else factors.set(at, (factors.get(at) ?? 0) + factor);
    }
    if (atLeast === true) factors.set(count++, 1);
    return { factors, right };
  });
  const mine = column.get(key) ?? 0;
  const own = value.get(key) ?? 0;
  rows.push({
    factors: new Map([
      [mine, 1],
      [count++, 1],
    ]),
    right: own + reach,
  }); // prettier-ignore
  const solved = (aim: number): ReadonlyMap<string, number> => {
    const found = greatest(rows, count, new Map([[mine, aim]]));
    return new Map(names.map((name, i) => [name, found[i] ?? 0]));
  };
  const witnesses = [solved(-1), solved(1)] as const;
  return { low: witnesses[0].get(key) ?? own, high: witnesses[1].get(key) ?? own, witnesses };
};

// What hangs together with a cell by relations in which hidden cells stand; nothing else says anything about it.
const togetherWith = (
  relations: readonly Relation[],
  hidden: ReadonlySet<string>,
  key: string,
): { cells: ReadonlySet<string>; relations: readonly Relation[] } => {
  const cells = new Set([key]);
  const joined = new Set<Relation>();
  for (let before = -1; before !== joined.size; ) {
    before = joined.size;
    for (const it of relations) {
      const unknown = [it.total, ...it.parts].filter((name) => hidden.has(name));
      if (joined.has(it) || !unknown.some((name) => cells.has(name))) continue;
      joined.add(it);
      for (const name of unknown) cells.add(name);
    }
  }
  return { cells, relations: [...joined] };
};

/**
 * Which cells are not shown, so that no small number can be worked out: not from sums over rows and columns, not from what
 * a quarter and its year leave between them, not with all earlier releases. Every small cell keeps a range of at least
 * `fewest`. The cheapest cells are hidden with them: small counts before large ones, totals last. Where even hiding all that is new
 * does not help, because an earlier release says too much, the cells that stay open are named in `open`.
 */
export const suppress = (tables: Tables, fewest: number): { hidden: ReadonlySet<string>; open: readonly string[] } => {
  const small = tables.cells.filter((it) => isSmall(it, fewest) && it.earlier !== 'shown');
  const hidden = new Set([
    ...tables.cells.filter((it) => it.earlier === 'hidden').map((it) => it.key),
    ...small.map((it) => it.key),
  ]);
  const totals = new Map<string, number>();
  for (const it of tables.relations) totals.set(it.total, (totals.get(it.total) ?? 0) + (it.atLeast === true ? 0 : 1));
  const cost = ({ key, value }: Cell): number => (totals.get(key) ?? 0) * 1e6 + (value === 0 ? fewest : value);
  const open: string[] = [];
  for (const { key } of small) {
    for (;;) {
      const { low, high } = rangeOf(tables, hidden, key, fewest);
      if (high - low >= fewest) break;
      const next = cheapest(tables, hidden, key, cost);
      if (next === undefined) {
        open.push(key);
        break;
      }
      hidden.add(next);
    }
  }
  return { hidden, open };
};

// First a cell where a single hidden one is the difference of shown ones; else any that hangs together with the cell.
const cheapest = (
  { cells, relations }: Tables,
  hidden: ReadonlySet<string>,
  key: string,
  cost: (cell: Cell) => number,
): string | undefined => {
  const near = togetherWith(relations, hidden, key).relations;
  const laid = (it: Relation): boolean => [it.total, ...it.parts].filter((name) => hidden.has(name)).length === 1;
  const among = (some: readonly Relation[]): Cell[] => {
    const names = new Set(some.flatMap((it) => [it.total, ...it.parts]));
    return cells
      .filter((it) => names.has(it.key) && !hidden.has(it.key) && it.earlier !== 'shown' && it.guarded)
      .sort((a, b) => cost(a) - cost(b) || (a.key < b.key ? -1 : 1));
  };
  return (among(near.filter((it) => it.atLeast !== true && laid(it)))[0] ?? among(near)[0])?.key;
};
