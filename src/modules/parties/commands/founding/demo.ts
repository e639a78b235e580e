import type { Transaction } from '../../../../platform/database.ts';
import { makeKey } from '../keys/create-key.ts';

/** Says that this database is a demo's: from now on its personas may be entered without proof. Worker only; there is no way back. */
export const declareDemo = async (db: Transaction): Promise<void> => {
  await db
    .insertInto('parties.demo')
    .values({ one: true })
    .onConflict((it) => it.doNothing())
    .execute();
};

/** Makes an API key for each persona of a demo, as the worker; the database allows it only where a demo was declared. */
export const keysForDemo = async <T extends { person: string; seat: string; label: string }>(
  db: Transaction,
  personas: readonly T[],
  until: Date,
  now: Date,
): Promise<(T & { key: string })[]> => {
  const made: (T & { key: string })[] = [];
  for (const it of personas) {
    const { key } = await makeKey(db, { person: it.person, seat: it.seat, label: it.label, scopes: null, until, now });
    made.push({ ...it, key });
  }
  return made;
};
