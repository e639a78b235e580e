import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { needSession } from '../sign-in/opening.ts';

/** Ends a key of the acting person; the next request with it is refused. */
export const endKey = async (acting: Acting, input: { id: string }): Promise<null> => {
  needSession(acting);
  if (!(await standingKeys(acting)).includes(input.id)) throw notFound();
  await end(acting, input.id);
  return null;
};

/** Ends every key of the acting person. */
export const endAllKeys = async (acting: Acting): Promise<null> => {
  needSession(acting);
  for (const id of await standingKeys(acting)) await end(acting, id);
  return null;
};

const standingKeys = async (acting: Acting): Promise<string[]> => {
  const rows = await acting.db
    .selectFrom('acting.sign_in')
    .select('id')
    .where('kind', '=', 'key')
    .where('person', '=', acting.person)
    .where('until', '>', acting.now)
    .execute();
  return rows.map((it) => it.id);
};

const end = async (acting: Acting, id: string): Promise<void> => {
  await sql`select parties.end_sign_in(${id}, ${acting.now})`.execute(acting.db);
  await acting.record({ fact: 'key.ended', subject: id });
};
