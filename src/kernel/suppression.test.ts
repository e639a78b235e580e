import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cell, isSmall, rangeOf, type Relation, suppress, type Tables } from './suppression.ts';

const fewest = 5;

/** Types by quarters of a year, with both sums: as they are counted, in cents of nobody. */
const yearOf = (counts: readonly (readonly number[])[], quarters: readonly string[]): Tables => {
  const cells: Cell[] = [];
  const relations: Relation[] = [];
  const add = (key: string, value: number): void => void cells.push({ key, value, guarded: true });
  for (const [q, quarter] of quarters.entries()) {
    for (const [i, row] of counts.entries()) add(`${i}/${quarter}`, row[q] ?? 0);
    add(
      `all/${quarter}`,
      counts.reduce((sum, row) => sum + (row[q] ?? 0), 0),
    ); // prettier-ignore
    relations.push({ total: `all/${quarter}`, parts: counts.map((_, i) => `${i}/${quarter}`) });
  }
  for (const [i, row] of [...counts, null].entries()) {
    const name = row === null ? 'all' : String(i);
    const parts = quarters.map((quarter) => `${name}/${quarter}`);
    add(
      `${name}/year`,
      parts.reduce((sum, key) => sum + (cells.find((c) => c.key === key)?.value ?? 0), 0),
    ); // prettier-ignore
    relations.push({ total: `${name}/year`, parts });
  }
  relations.push({ total: 'all/year', parts: counts.map((_, i) => `${i}/year`) });
  return { cells, relations };
};

/** Whether two whole tables prove that a reader cannot tell: both agree with all that is shown and with every sum. */
const proven = (tables: Tables, hidden: ReadonlySet<string>, key: string): boolean => {
  const { low, high, witnesses } = rangeOf(tables, hidden, key, fewest);
  const truth = new Map(tables.cells.map((c) => [c.key, c.value]));
  const agrees = (witness: ReadonlyMap<string, number>): boolean => {
    const at = (name: string): number =>
      hidden.has(name) ? (witness.get(name) ?? truth.get(name) ?? 0) : (truth.get(name) ?? 0);
    return (
      tables.cells.every((c) => at(c.key) >= 0) &&
      tables.relations.every(({ total, parts, atLeast }) => {
        const left = at(total) - parts.reduce((sum, name) => sum + at(name), 0);
        return atLeast === true ? left > -1e-6 : Math.abs(left) < 1e-6;
      })
    );
  };
  return (
    witnesses.every(agrees) && high - low >= fewest && witnesses[0].get(key) === low && witnesses[1].get(key) === high
  );
};

/** What sums alone give away: a hidden cell whose value follows from the shown ones, found by exact elimination. */
const determined = (tables: Tables, hidden: ReadonlySet<string>): string[] => {
  const names = [...hidden];
  type Fraction = [bigint, bigint];
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
  const tidy = ([a, b]: Fraction): Fraction => {
    const d = gcd(a, b) || 1n;
    return b < 0n ? [-a / d, -b / d] : [a / d, b / d];
  };
  const rows = tables.relations
    .filter((r) => r.atLeast !== true)
    .map(({ total, parts }) =>
      names.map((name): Fraction => [BigInt((parts.includes(name) ? 1 : 0) - (total === name ? 1 : 0)), 1n]),
    );
  let top = 0;
  for (let column = 0; column < names.length && top < rows.length; column += 1) {
    const pivot = rows.findIndex((row, i) => i >= top && row[column]?.[0] !== 0n);
    if (pivot < 0) continue;
    [rows[top], rows[pivot]] = [rows[pivot] as Fraction[], rows[top] as Fraction[]];
    const by = rows[top]?.[column] as Fraction;
    rows[top] = (rows[top] as Fraction[]).map(([a, b]) => tidy([a * by[1], b * by[0]]));
    for (const [i, row] of rows.entries()) {
      const times = row[column] as Fraction;
      if (i === top || times[0] === 0n) continue;
      const base = rows[top] as Fraction[];
      rows[i] = row.map(([a, b], j) => {
        const [c, d] = base[j] as Fraction;
        return tidy([a * d * times[1] - c * times[0] * b, b * d * times[1]]);
      });
    }
    top += 1;
  }
  return rows
    .map((row) => names.filter((_, j) => row[j]?.[0] !== 0n))
    .filter((left) => left.length === 1)
    .flat();
};

const attack = (tables: Tables, hidden: ReadonlySet<string>): string[] => {
  const found = determined(tables, hidden);
  return tables.cells
    .filter((cell) => isSmall(cell, fewest) && cell.earlier !== 'shown')
    .filter((cell) => !hidden.has(cell.key) || found.includes(cell.key) || !proven(tables, hidden, cell.key))
    .map((cell) => cell.key);
};

/** Published figures of the regime: types of event in the fiscal years 2019 to 2023, and what they add up to. */
const events = [
  [12, 28, 25, 28, 12],
  [13, 23, 29, 17, 20],
  [11, 12, 20, 15, 18],
  [158, 157, 181, 145, 148],
  [9, 18, 46, 38, 20],
  [5, 3, 2, 1, 3],
  [14, 26, 24, 22, 13],
  [47, 42, 80, 36, 38],
];

describe('small numbers', () => {
  it('the columns of five published years add up, and nothing small in them can be worked out', () => {
    const years = ['2019', '2020', '2021', '2022', '2023'];
    const sums = years.map((_, y) => events.reduce((sum, row) => sum + (row[y] ?? 0), 0));
    expect(sums).toEqual([269, 309, 407, 302, 272]);
    expect(99 + 53 + 63 + 57).toBe(272);
    const tables = yearOf(events, years);
    const { hidden, open } = suppress(tables, fewest);
    expect(open).toEqual([]);
    expect(['5/2020', '5/2021', '5/2022', '5/2023'].every((key) => hidden.has(key))).toBe(true);
    expect(hidden.has('5/2019')).toBe(true);
    expect(attack(tables, hidden)).toEqual([]);
    expect(['all/2019', 'all/2023', '3/2023'].some((key) => hidden.has(key))).toBe(false);
  });

  it('a small number that stands alone in its row and column takes others with it', () => {
    const tables = yearOf(
      [
        [2, 30],
        [40, 50],
        [60, 70],
      ],
      ['1', '2'],
    ); // prettier-ignore
    const { hidden } = suppress(tables, fewest);
    expect(hidden.size).toBeGreaterThanOrEqual(4);
    expect(attack(tables, hidden)).toEqual([]);
    expect(attack(tables, new Set(['0/1']))).toEqual(['0/1']);
    expect(attack(tables, new Set(['0/1', '1/1']))).toEqual(['0/1']);
  });

  it('two small numbers whose sum is shown are not enough', () => {
    const tables: Tables = {
      cells: [
        { key: 'a', value: 1, guarded: true },
        { key: 'b', value: 1, guarded: true },
        { key: 'c', value: 90, guarded: true },
        { key: 'sum', value: 92, guarded: true },
      ],
      relations: [{ total: 'sum', parts: ['a', 'b', 'c'] }],
    };
    expect(attack(tables, new Set(['a', 'b']))).toEqual(['a', 'b']);
    const { hidden } = suppress(tables, fewest);
    expect(attack(tables, hidden)).toEqual([]);
  });

  it('nought is shown, and so are numbers that lead to nobody', () => {
    const tables: Tables = {
      cells: [
        { key: 'none', value: 0, guarded: true },
        { key: 'sent', value: 2, guarded: false },
      ],
      relations: [],
    };
    expect(suppress(tables, fewest)).toEqual({ hidden: new Set(), open: [] });
  });

  it('quarters one after the other and then the year never give a small number away', () => {
    const count = fc.oneof({ weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 0, max: 60 }));
    const year = fc.array(fc.array(count, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(year, fc.shuffledSubarray([0, 1, 2, 3]), (counts, released) => {
        const quarters = ['q1', 'q2', 'q3', 'q4'];
        const whole = yearOf(counts, quarters);
        const status = new Map<string, 'shown' | 'hidden'>();
        const release = (names: readonly string[]): void => {
          const fits = (key: string): boolean => names.some((name) => key.endsWith(`/${name}`)) || status.has(key);
          const tables: Tables = {
            cells: whole.cells
              .filter(({ key }) => fits(key))
              .map((cell) => ({
                ...cell,
                ...(status.has(cell.key) ? { earlier: status.get(cell.key) as 'shown' } : {}),
              })),
            relations: whole.relations.filter((r) => [r.total, ...r.parts].every(fits)),
          };
          const { hidden, open } = suppress(tables, fewest);
          expect(open).toEqual([]);
          for (const { key } of tables.cells) status.set(key, hidden.has(key) ? 'hidden' : 'shown');
          expect(attack(tables, hidden)).toEqual([]);
        };
        for (const q of released) release([quarters[q] as string]);
        release([...quarters, 'year']);
      }),
      { numRuns: 60 },
    );
  });

  it('a part is never taken to be larger than what it is a part of', () => {
    const tables: Tables = {
      cells: [
        { key: 'cause', value: 2, guarded: true },
        { key: 'cases', value: 3, guarded: false },
      ],
      relations: [{ total: 'cases', parts: ['cause'], atLeast: true }],
    };
    expect(rangeOf(tables, new Set(['cause']), 'cause', 10)).toMatchObject({ low: 0, high: 3 });
    expect(suppress(tables, fewest).open).toEqual(['cause']);
  });
});
