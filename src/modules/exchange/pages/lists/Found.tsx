import { fold } from '../../../../kernel/text.ts';
import { pieces } from '../provision-compose/text/traces.ts';

/** The words that were asked for, one by one. */
export const wordsAsked = (q: string): string[] =>
  fold(q)
    .split(/\s+/u)
    .filter((word) => word !== '');

/** A text with the words that were asked for marked, however wide or high they are written there. */
export function Found({ text, words }: { text: string; words: readonly string[] }) {
  return pieces(text, words).map((it, i) => {
    const key = `${i}-${it.text}`;
    return it.found === undefined ? <span key={key}>{it.text}</span> : <mark key={key}>{it.text}</mark>;
  });
}
