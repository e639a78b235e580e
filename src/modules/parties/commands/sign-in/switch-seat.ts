import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import { tokenHash, type Acting } from '../../../../platform/acting.ts';
import { sessionCookie } from '../../../../platform/http/request.ts';
import { freshSecret, needSession } from './opening.ts';

/** Goes on in another seat of the same person. The session keeps its end; its old secret opens nothing any more. */
export const switchSeat = async (acting: Acting, input: { seat: string }): Promise<{ seat: string }> => {
  needSession(acting);
  const secret = freshSecret();
  const { rows } = await sql<{ moved: boolean }>`
    select parties.move_session(${acting.signIn.id}, ${tokenHash(secret)}, ${input.seat}, ${acting.now}) as moved`.execute(
    acting.db,
  );
  if (rows[0]?.moved !== true) throw notFound();
  await acting.record({ fact: 'session.moved', subject: acting.person });
  const { until } = await acting.db
    .selectFrom('acting.sign_in')
    .select('until')
    .where('id', '=', acting.signIn.id)
    .executeTakeFirstOrThrow();
  const left = Math.max(1, Math.round((until.getTime() - acting.now.getTime()) / 1000));
  acting.afterCommit(() => acting.visit.setCookie(sessionCookie, secret, left));
  return { seat: input.seat };
};
