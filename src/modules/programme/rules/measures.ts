import type { Measure } from '../shapes/measures.ts';
import type { Programme } from '../shapes/programme.ts';

const kana = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン';

/** Orders labels such as `ウ-a` as the plan does: by kana, then by letter. Other labels follow in the order of their letters. */
export const inKanaOrder = (a: string, b: string): number => {
  const place = (label: string): number => kana.indexOf(label.charAt(0)) + 1 || kana.length + 1;
  return place(a) - place(b) || (a < b ? -1 : Number(a > b));
};

/** The leaves of the plan in its own order; with a group, those of that group. */
export const measuresInKanaOrder = (programme: Programme, group?: string): readonly Measure[] =>
  programme.measures.filter((it) => group === undefined || it.group === group);
