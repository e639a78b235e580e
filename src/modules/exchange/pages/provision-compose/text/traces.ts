/** A stretch of a text; `found` is the trace it holds. */
export interface Piece {
  readonly text: string;
  readonly found?: string;
}

interface Folded {
  readonly text: string;
  /** For each character of the folded text, where it began in the original; one more for the end. */
  readonly at: readonly number[];
}

// Full-width and half-width, upper and lower case are one, and every character remembers where it stood.
const folded = (text: string): Folded => {
  let out = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    const same = character.normalize('NFKC').toLowerCase();
    for (let i = 0; i < same.length; i += 1) at.push(place);
    out += same;
    place += character.length;
  }
  at.push(place);
  return { text: out, at };
};

/** Where the words stand in a text, however wide or high they are written: from, until. */
export const placesOf = (text: string, words: string): readonly (readonly [number, number])[] => {
  const hay = folded(text);
  const needle = folded(words).text;
  const places: [number, number][] = [];
  if (needle === '') return places;
  for (let i = hay.text.indexOf(needle); i !== -1; i = hay.text.indexOf(needle, i + needle.length)) {
    places.push([hay.at[i] ?? 0, hay.at[i + needle.length] ?? text.length]);
  }
  return places;
};

/** A text cut at its traces, in order; where two overlap the earlier and longer one is marked. */
export const pieces = (text: string, traces: readonly string[]): readonly Piece[] => {
  const places = traces
    .flatMap((found) => placesOf(text, found).map(([from, until]) => ({ found, from, until })))
    .sort((a, b) => a.from - b.from || b.until - a.until);
  const out: Piece[] = [];
  let at = 0;
  for (const { found, from, until } of places) {
    if (from < at) continue;
    if (from > at) out.push({ text: text.slice(at, from) });
    out.push({ text: text.slice(from, until), found });
    at = until;
  }
  if (at < text.length) out.push({ text: text.slice(at) });
  return out;
};

/** The text with every place of the trace said otherwise. */
export const replaced = (text: string, trace: string, by: string): string =>
  pieces(text, [trace])
    .map((piece) => (piece.found === undefined ? piece.text : by))
    .join('');
