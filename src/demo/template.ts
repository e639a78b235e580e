import type { Chance } from './chance.ts';

/**
 * Fills a text: `{word}` from the words given, `[a|b]` one of several, `#10-200#` a number between. What is chosen follows
 * from the chance alone, so the same seed writes the same text.
 */
export const fill = (text: string, words: Readonly<Record<string, string>>, chance: Chance): string =>
  text
    .replaceAll(/\[([^[\]]*\|[^[\]]*)\]/gu, (_, all: string) => chance.pick(all.split('|')))
    .replaceAll(/#(\d+)-(\d+)#/gu, (_, low: string, high: string) =>
      chance.whole(Number(low), Number(high)).toLocaleString('en-US'),
    )
    .replaceAll(/\{(\w+)\}/gu, (_, word: string) => {
      const found = words[word];
      if (found === undefined) throw new RangeError(`no word for {${word}}`);
      return found;
    })
    .trim();
