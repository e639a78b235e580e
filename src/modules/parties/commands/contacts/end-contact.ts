import type { Acting } from '../../../../platform/acting.ts';
import { myContact, today } from './contact-row.ts';

/** Ends a contact point of the acting body. */
export const endContact = async (acting: Acting, input: { id: string }): Promise<null> => {
  const it = await myContact(acting, input.id);
  await acting.db
    .updateTable('parties.contact_point')
    .set({ valid_to: it.from > today(acting) ? it.from : today(acting), changed_at: acting.now })
    .where('id', '=', input.id)
    .execute();
  await acting.record({ fact: 'contact.ended', subject: input.id });
  return null;
};
