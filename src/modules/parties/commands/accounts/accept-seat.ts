import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import { tokenHash, type Acting } from '../../../../platform/acting.ts';
import { needSession } from '../sign-in/opening.ts';

/** Takes a further seat for the person who is signed in. A keeper of accounts takes none while keeping them. */
export const acceptSeat = async (acting: Acting, input: { secret: string }): Promise<{ seat: string }> => {
  needSession(acting);
  if (acting.may('manage-accounts')) throw new Refusal('not-yourself');
  const { rows } = await sql<{ id: string; seat: string }>`
    select id, seat from parties.accept_invitation(${tokenHash(input.secret)}, 'ja', ${acting.now})`.execute(acting.db);
  const [taken] = rows;
  if (taken === undefined) throw new Refusal('invitation-gone');
  await acting.record({ fact: 'invitation.accepted', subject: taken.id });
  return { seat: taken.seat };
};
