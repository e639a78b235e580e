/** How many marks there are; `exchange.mark` in the database counts by the same number. */
const SIZE = 1_048_576;

const markOf = (a: number, b: number, c: number): number => (a * 92_821 + b * 486_187_739 + c * 69_061) % SIZE;

/**
 * Which pairs and triples of characters stand in a text, as a map of bits. With it the database passes over, without looking,
 * every name of which some three characters are nowhere in the text; the names themselves never leave it.
 */
export const marksOf = (text: string): Buffer => {
  const map = Buffer.alloc(SIZE / 8);
  const set = (mark: number): void => {
    map[mark >> 3] = (map[mark >> 3] ?? 0) | (1 << (mark & 7));
  };
  let [a, b] = [0, 0];
  for (const character of text) {
    const c = character.codePointAt(0) ?? 0;
    if (b !== 0) set(markOf(b, c, 0));
    if (a !== 0) set(markOf(a, b, c));
    [a, b] = [b, c];
  }
  return map;
};
