/** Moves labels apart so that none lies on another: keeps their order, at least `gap` between, within `bottom`. */
export const apart = (places: readonly number[], gap: number, bottom: number): number[] => {
  const order = places.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y);
  for (let k = 1; k < order.length; k += 1) {
    const [above, it] = [order[k - 1], order[k]];
    if (above !== undefined && it !== undefined) it.y = Math.max(it.y, above.y + gap);
  }
  for (let k = order.length - 1, limit = bottom; k >= 0; k -= 1, limit -= gap) {
    const it = order[k];
    if (it !== undefined && it.y > limit) it.y = limit;
    else break;
  }
  return order.sort((a, b) => a.i - b.i).map((it) => it.y);
};

const STEPS = [5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080].map((minutes) => minutes * 60_000);

/** Round moments between two, at most `most`, counted from the first. */
export const moments = (from: number, until: number, most: number): number[] => {
  const step = STEPS.find((s) => (until - from) / s <= most - 1) ?? Math.ceil((until - from) / most);
  const out: number[] = [];
  for (let at = from; at <= until && step > 0; at += step) out.push(at);
  return out;
};

/** The value a stepwise series has at a moment; null before it begins. */
export const valueAt = (points: readonly { at: Date; value: number }[], at: number): number | null => {
  let found: number | null = null;
  for (const point of points) if (point.at.getTime() <= at) found = point.value;
  return found;
};
