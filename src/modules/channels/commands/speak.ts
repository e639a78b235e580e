import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Handling, rank } from '../../../kernel/marking.ts';
import { searchVector } from '../../../kernel/text.ts';
import type { Acting } from '../../../platform/acting.ts';
import { signatureOf } from '../queries/spaces.ts';

/** Writes one message of the acting seat, signed, with the words by which it is found; `also` is found with it. */
export const speak = async (
  acting: Acting,
  it: { thread: string; text: string; handling: Handling; corrects?: string; also?: string },
): Promise<{ id: string; at: string }> => {
  const id = randomUUID();
  await acting.db
    .insertInto('channels.message')
    .values({
      id,
      thread: it.thread,
      realm: acting.realm,
      seat: acting.seat,
      person: acting.person,
      ...(await signatureOf(acting)),
      marking: rank(it.handling),
      handling: JSON.stringify(it.handling),
      corrects: it.corrects ?? null,
      at: acting.now,
    })
    .execute();
  await acting.db.insertInto('channels.words').values({ message: id, text: it.text }).execute();
  await sql`insert into channels.word_index (message, realm, at, words)
            values (${id}, ${acting.realm}, ${acting.now}, ${searchVector(`${it.also ?? ''}\n${it.text}`)}::tsvector)`.execute(
    acting.db,
  );
  return { id, at: acting.now.toISOString() };
};
