/** A row of a linear programme: the factor of each variable, and what they add up to. Variables are never below nought. */
export interface Row {
  readonly factors: ReadonlyMap<number, number>;
  readonly right: number;
}

const nearly = 1e-9;

/**
 * The values at which `aim` is greatest while every row holds: the simplex method in two phases, by Bland's rule, so that it
 * ends. Sums of counts have factors of one only, so that nothing is rounded on the way. Throws where no values fit, or where
 * nothing holds the aim back.
 */
export const greatest = (rows: readonly Row[], variables: number, aim: ReadonlyMap<number, number>): number[] => {
  const wide = variables + rows.length;
  const table = rows.map(({ factors, right }, i) => {
    const line = new Float64Array(wide + 1);
    const sign = right < 0 ? -1 : 1;
    for (const [variable, factor] of factors) line[variable] = sign * factor;
    line[variables + i] = 1;
    line[wide] = sign * right;
    return line;
  });
  const basis = rows.map((_, i) => variables + i);
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;

  climb(table, basis, wide, (column) => (column < variables ? 0 : -1));
  if (basis.some((column, i) => column >= variables && at(i, wide) > nearly)) throw new RangeError('nothing fits');
  // An artificial variable that stands at nought is exchanged for a real one; where there is none, its row says nothing.
  for (let i = 0; i < basis.length; i += 1) {
    if ((basis[i] ?? 0) < variables) continue;
    const column = Array.from({ length: variables }, (_, j) => j).find((j) => Math.abs(at(i, j)) > nearly);
    if (column !== undefined) exchange(table, basis, i, column);
  }
  climb(table, basis, variables, (column) => aim.get(column) ?? 0);

  const values = Array.from({ length: variables }, () => 0);
  for (const [i, column] of basis.entries())
    if (column < variables) values[column] = Math.round(at(i, wide) * 1e6) / 1e6;
  return values;
};

const exchange = (table: Float64Array[], basis: number[], row: number, column: number): void => {
  const line = table[row];
  if (line === undefined) return;
  const by = line[column] ?? 1;
  for (let j = 0; j < line.length; j += 1) line[j] = (line[j] ?? 0) / by;
  for (const [i, other] of table.entries()) {
    const times = other[column] ?? 0;
    if (i === row || times === 0) continue;
    for (let j = 0; j < line.length; j += 1) other[j] = (other[j] ?? 0) - times * (line[j] ?? 0);
  }
  basis[row] = column;
};

// Takes in the first column that gains anything, until none does.
const climb = (table: Float64Array[], basis: number[], columns: number, worth: (column: number) => number): void => {
  for (;;) {
    const gain = (column: number): number =>
      table.reduce((left, line, i) => left - worth(basis[i] ?? 0) * (line[column] ?? 0), worth(column));
    let enters = 0;
    while (enters < columns && gain(enters) <= nearly) enters += 1;
    if (enters === columns) return;
    let leaves = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, line] of table.entries()) {
      const factor = line[enters] ?? 0;
      if (factor <= nearly) continue;
      const ratio = (line[line.length - 1] ?? 0) / factor;
      const ties = Math.abs(ratio - least) <= nearly && (basis[i] ?? 0) < (basis[leaves] ?? 0);
      if (ratio < least - nearly || ties) [leaves, least] = [i, Math.min(ratio, least)];
    }
    if (leaves < 0) throw new RangeError('nothing holds it back');
    exchange(table, basis, leaves, enters);
  }
};
