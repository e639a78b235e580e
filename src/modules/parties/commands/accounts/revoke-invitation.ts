import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { invitationState } from '../../rules.ts';

/** Takes an open invitation back. */
export const revokeInvitation = async (acting: Acting, input: { id: string }): Promise<null> => {
  const it = await acting.db
    .selectFrom('parties.invitation')
    .select(['accepted_at', 'revoked_at', 'until'])
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (it === undefined) throw notFound();
  if (invitationState(it, acting.now) !== 'open') throw new Refusal('invitation-gone');
  await acting.db
    .updateTable('parties.invitation')
    .set({ revoked_at: acting.now })
    .where('id', '=', input.id)
    .execute();
  await acting.record({ fact: 'invitation.revoked', subject: input.id });
  return null;
};
