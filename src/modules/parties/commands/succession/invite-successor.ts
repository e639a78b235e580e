import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { invite } from '../accounts/invite.ts';

/** Invites the successor who does not hold the seat yet, as a second person: an account is never made by who leaves. */
export const inviteSuccessor = async (
  acting: Acting,
  input: { id: string },
): Promise<{ id: string; secret: string | null; until: string }> => {
  const it = await acting.db.selectFrom('parties.succession').selectAll().where('id', '=', input.id).executeTakeFirst();
  if (it === undefined) throw notFound();
  if (it.person === acting.person) throw new Refusal('succession-needs-another');
  if (it.revoked_at !== null || it.accepted_at !== null || it.confirmed_at !== null)
    throw new Refusal('succession-gone');
  if (!it.needs_account) throw new Refusal('succession-seated');
  if (it.day < dayOf(acting.now)) throw new Refusal('succession-past');
  const name = { ja: it.name_ja, en: it.name_en };
  const made = await invite(acting, { email: it.email, name, seat: it.seat, role: it.role });
  const { numUpdatedRows } = await acting.db
    .updateTable('parties.succession')
    .set({ invitation: made.id, confirmed_by: acting.person, confirmed_at: acting.now })
    .where('id', '=', it.id)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Refusal('succession-gone');
  await acting.record({ fact: 'succession.confirmed', subject: it.id });
  return { id: it.id, secret: made.secret, until: made.until };
};
