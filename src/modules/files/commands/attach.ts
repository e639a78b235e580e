import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { mostFiles } from '../rules.ts';

/** Attaches files that one holds to an item of one's own that is unsent, in their order. They are then held no more. */
export const attach = async (acting: Acting, item: string, held: readonly string[]): Promise<void> => {
  const files = [...new Set(held)];
  if (files.length === 0) return;
  const taken = await acting.db.selectFrom('files.attachment').select('position').where('item', '=', item).execute();
  const free = Array.from({ length: mostFiles }, (_, i) => i + 1).filter((n) => !taken.some((it) => it.position === n));
  if (files.length > free.length) throw new Refusal('too-many-files', { most: mostFiles });
  for (const [i, id] of files.entries()) {
    const { rows } = await sql<{ done: boolean }>`
      select files.attach(${randomUUID()}, ${item}, ${id}, ${free[i] ?? 0}::smallint) as done`.execute(acting.db);
    if (rows[0]?.done !== true) throw notFound();
  }
};

/** Gives a later version of something the files of the one before. */
export const attachAsBefore = async (acting: Acting, before: string, item: string): Promise<void> => {
  await sql`select files.attach_as_before(${before}, ${item})`.execute(acting.db);
};

/** Takes a file off an item that is unsent; one that is not on it is not there. Its place is free for another. */
export const detach = async (acting: Acting, item: string, attachment: string): Promise<void> => {
  const { numDeletedRows } = await acting.db
    .deleteFrom('files.attachment')
    .where('item', '=', item)
    .where('id', '=', attachment)
    .executeTakeFirst();
  if (numDeletedRows !== 1n) throw notFound();
};
