import { alikeAt } from '../../../../../kernel/text.ts';

/** A stretch of a text; `found` is the trace it holds. */
export interface Piece {
  readonly text: string;
  readonly found?: string;
}

/** Where the words stand in a text, in whatever width, script of kana, case and spacing they are written: from, until. */
export const placesOf = (text: string, words: string): readonly (readonly [number, number])[] => {
  const hay = alikeAt(text);
  const needle = alikeAt(words).text.trim();
  const places: [number, number][] = [];
  if (needle === '') return places;
  for (let i = hay.text.indexOf(needle); i !== -1; i = hay.text.indexOf(needle, i + needle.length)) {
    const from = hay.at[i] ?? 0;
    // Blanks after the last character are not part of what was found.
    places.push([from, from + text.slice(from, hay.at[i + needle.length] ?? text.length).trimEnd().length]);
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
