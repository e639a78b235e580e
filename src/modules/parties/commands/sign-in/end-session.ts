import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { sessionCookie } from '../../../../platform/http/request.ts';
import { needSession } from './opening.ts';

/** Ends one of the person's own sessions. */
export const endSession = async (acting: Acting, input: { id: string }): Promise<null> => {
  needSession(acting);
  const mine = await acting.db
    .selectFrom('acting.sign_in')
    .select('id')
    .where('id', '=', input.id)
    .where('kind', '=', 'session')
    .where('until', '>', acting.now)
    .executeTakeFirst();
  if (mine === undefined) throw notFound();
  await sql`select parties.end_sign_in(${input.id}, ${acting.now})`.execute(acting.db);
  await acting.record({ fact: 'session.ended', subject: acting.person });
  if (input.id === acting.signIn.id) acting.afterCommit(() => acting.visit.setCookie(sessionCookie, '', 0));
  return null;
};

/** Ends the acting session. */
export const signOut = (acting: Acting): Promise<null> => endSession(acting, { id: acting.signIn.id });
