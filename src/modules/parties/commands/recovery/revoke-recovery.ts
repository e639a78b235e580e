import { sql } from 'kysely';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { needSession } from '../sign-in/opening.ts';

/** Takes a recovery back: as the keeper of accounts, or as the person concerned, who can evidently still get in. */
export const revokeRecovery = async (acting: Acting, input: { id: string }): Promise<null> => {
  needSession(acting);
  const seen = await acting.db
    .selectFrom('parties.recovery')
    .select('person')
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (seen === undefined || (seen.person !== acting.person && !acting.may('manage-accounts'))) throw notFound();
  const { rows } = await sql<{ gone: boolean }>`
    select parties.revoke_recovery(${input.id}, ${acting.now}) as gone`.execute(acting.db);
  if (rows[0]?.gone !== true) throw new Refusal('recovery-gone');
  await acting.record({ fact: 'recovery.revoked', subject: input.id });
  return null;
};
