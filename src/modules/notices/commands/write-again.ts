import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';

/** Asks to be written to again at one's address, after mail to it came back. */
export const writeAgain = async (acting: Acting): Promise<void> => {
  const { numDeletedRows } = await acting.db
    .deleteFrom('notices.address_state')
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
  await acting.record({ fact: 'mail-address.retried', subject: acting.person });
};
