/** Chance that falls the same way each time for the same seed: the demo tells one story, not a new one at each start. */
export interface Chance {
  /** A number from 0 to 1, 1 never. */
  next(): number;
  /** A whole number from `low` to `high`, both possible. */
  whole(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  /** True as often as `share` says. */
  some(share: number): boolean;
  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Minutes that a person takes: half below `median`, a few very long. */
  minutes(median: number, spread?: number): number;
}

const hash = (text: string): number => {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193);
  return h >>> 0;
};

/** A chance of its own for each seed (mulberry32 over an FNV-1a hash). */
export const chanceOf = (seed: string): Chance => {
  let a = hash(seed);
  const next = (): number => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(from: readonly T[]): T => {
    const it = from[Math.floor(next() * from.length)];
    if (it === undefined) throw new RangeError('nothing to pick from');
    return it;
  };
  return {
    next,
    pick,
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    some: (share) => next() < share,
    weighted: (weights) => {
      const all = Object.entries(weights) as [keyof typeof weights, number][];
      let left = next() * all.reduce((sum, [, w]) => sum + w, 0);
      const found = all.find(([, w]) => (left -= w) < 0) ?? all.at(-1);
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found[0];
    },
    minutes: (median, spread = 0.8) => {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return Math.max(1, median * Math.exp(spread * normal));
    },
  };
};

/** A time so many minutes after another, with seconds that look like life. */
export const after = (at: Date, minutes: number): Date => new Date(at.getTime() + Math.round(minutes * 60_000));
