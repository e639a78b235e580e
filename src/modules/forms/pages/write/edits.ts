/** Changes to answers while they are being written. They stay as typed: only sending normalises them. */

/** Answers as typed, by the key of the field. */
export type Draft = Readonly<Record<string, unknown>>;

const entriesOf = (draft: Draft, key: string): readonly unknown[] => {
  const it = draft[key];
  return Array.isArray(it) ? it : [];
};

/** The draft with another answer at a path such as `place`, `services.2.name` or `reporter.name`; `undefined` takes it out. */
export const put = (draft: Draft, path: string, value: unknown): Draft => {
  const [key = '', ...rest] = path.split('.');
  const place = Number(rest[0]);
  if (rest.length === 2 && Number.isInteger(place)) {
    const entries = entriesOf(draft, key);
    const changed = Array.from({ length: Math.max(entries.length, place + 1) }, (_, i) =>
      i === place ? put(asDraft(entries[i]), rest[1] ?? '', value) : (entries[i] ?? {}),
    );
    return { ...draft, [key]: changed };
  }
  if (rest.length === 1) return put(draft, key, blankless(put(asDraft(draft[key]), rest[0] ?? '', value)));
  const { [key]: _, ...others } = draft;
  return value === undefined ? others : { ...others, [key]: value };
};

/** The draft with one more blank entry of a repeated group. */
export const addEntry = (draft: Draft, key: string): Draft => ({ ...draft, [key]: [...entriesOf(draft, key), {}] });

/** The draft without one entry of a repeated group. */
export const removeEntry = (draft: Draft, key: string, place: number): Draft => {
  const left = entriesOf(draft, key).filter((_, i) => i !== place);
  return put(draft, key, left.length === 0 ? undefined : left);
};

const asDraft = (it: unknown): Draft =>
  typeof it === 'object' && it !== null && !Array.isArray(it) ? (it as Draft) : {};

const blankless = (it: Draft): Draft | undefined => (Object.keys(it).length === 0 ? undefined : it);
