/** The middle of some numbers. */
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The value below which this part of them lies. */
export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
};

/** How long something takes, in milliseconds. */
export const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await act();
  return performance.now() - began;
};

/** Runs `act` from `lanes` sides at once until `total` are done; gives each one's milliseconds and how many a second. */
export const flood = async (
  lanes: number,
  total: number,
  act: (n: number) => Promise<unknown>,
): Promise<{ each: number[]; perSecond: number }> => {
  const each: number[] = [];
  let next = 0;
  const took = await timed(() =>
    Promise.all(
      Array.from({ length: lanes }, async () => {
        while (next < total) {
          const n = next;
          next += 1;
          each.push(await timed(() => act(n)));
        }
      }),
    ),
  );
  return { each, perSecond: (total / took) * 1000 };
};

/** A line of the report. */
export const row = (what: string, ...cells: readonly (string | number)[]): void => {
  process.stdout.write(`| ${[what, ...cells.map((c) => (typeof c === 'number' ? round(c) : c))].join(' | ')} |\n`);
};

const round = (n: number): string =>
  Math.abs(n) >= 100 ? n.toFixed(0) : Math.abs(n) >= 10 ? n.toFixed(1) : n.toFixed(2);

/** The head of a table. */
export const head = (title: string, ...columns: readonly string[]): void => {
  process.stdout.write(`\n### ${title}\n\n| ${columns.join(' | ')} |\n| ${columns.map(() => '---').join(' | ')} |\n`);
};
