import type { Acting } from '../../../../platform/acting.ts';
import { myContact } from './contact-row.ts';

/** Says that a contact point of the acting body was tried and is right. */
export const verifyContact = async (
  acting: Acting,
  input: { id: string },
): Promise<{ id: string; verifiedAt: string }> => {
  await myContact(acting, input.id);
  await acting.db
    .updateTable('parties.contact_point')
    .set({ verified_at: acting.now })
    .where('id', '=', input.id)
    .execute();
  await acting.record({ fact: 'contact.verified', subject: input.id });
  return { id: input.id, verifiedAt: acting.now.toISOString() };
};
