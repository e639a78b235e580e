import { useState } from 'react';

/** What is shown of a list that changes by itself: the rows known so far in their order, and what has arrived since. */
export const held = <T>(
  known: readonly string[],
  items: readonly T[],
  idOf: (it: T) => string,
): { shown: T[]; arrived: T[] } => {
  const byId = new Map(items.map((it) => [idOf(it), it]));
  const shown = known.flatMap((id) => byId.get(id) ?? []);
  const seen = new Set(known);
  return { shown, arrived: items.filter((it) => !seen.has(idOf(it))) };
};

/** New arrivals never reorder what someone reads: they wait until `admit`. Rows that are gone go. */
export const useHeld = <T>(items: readonly T[] | undefined, idOf: (it: T) => string) => {
  const [known, setKnown] = useState<readonly string[] | null>(null);
  if (known === null && items !== undefined) setKnown(items.map(idOf));
  const { shown, arrived } = held(known ?? items?.map(idOf) ?? [], items ?? [], idOf);
  return { shown, arrived, admit: (): void => setKnown((items ?? []).map(idOf)) };
};
