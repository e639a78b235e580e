import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** Takes a proposal back that nobody has confirmed yet. */
export const revokeHandover = async (acting: Acting, input: { id: string }): Promise<null> => {
  const seen = await acting.db
    .selectFrom('parties.handover')
    .select('id')
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (seen === undefined) throw notFound();
  const { numUpdatedRows } = await acting.db
    .updateTable('parties.handover')
    .set({ revoked_at: acting.now })
    .where('id', '=', input.id)
    .where('confirmed_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw new Refusal('handover-gone');
  await acting.record({ fact: 'handover.revoked', subject: input.id });
  return null;
};
