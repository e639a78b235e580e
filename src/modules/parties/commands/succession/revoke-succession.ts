import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** Takes back a succession of one's own that nobody has taken over yet. */
export const revokeSuccession = async (acting: Acting, input: { id: string }): Promise<null> => {
  const seen = await acting.db
    .selectFrom('parties.succession')
    .select('id')
    .where('id', '=', input.id)
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (seen === undefined) throw notFound();
  const { numUpdatedRows } = await acting.db
    .updateTable('parties.succession')
    .set({ revoked_at: acting.now })
    .where('id', '=', input.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Refusal('succession-gone');
  await acting.record({ fact: 'succession.revoked', subject: input.id });
  return null;
};
