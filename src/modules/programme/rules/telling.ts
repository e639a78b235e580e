import { fold } from '../../../kernel/text.ts';
import type { Programme } from '../shapes/programme.ts';
import { sectorsAt } from './bodies.ts';

/** Words in a text that give a sector away, by sector. Latin words count only as whole words, so `training` holds no train. */
export const tellingIn = (programme: Programme, text: string, at: Date): { sector: string; words: string[] }[] => {
  const folded = fold(text);
  const stands = (word: string): boolean => {
    const it = fold(word);
    return /^[\p{Script=Latin}\d -]+$/u.test(it)
      ? new RegExp(`(?<![\\p{L}\\d])${it}(?:e?s)?(?![\\p{L}\\d])`, 'u').test(folded)
      : folded.includes(it);
  };
  return sectorsAt(programme, at)
    .map((it) => ({ sector: it.key, words: [...it.telling.ja, ...it.telling.en].filter(stands) }))
    .filter((it) => it.words.length > 0);
};

/** The fewest bodies a text may fit; where it touches several sectors, the strictest of their limits. */
export const fewestFor = (programme: Programme, sectors: readonly string[]): number =>
  Math.max(
    programme.smallGroup.fewest,
    ...programme.sectors.filter((it) => sectors.includes(it.key)).map((it) => it.smallGroup ?? 0),
  );
