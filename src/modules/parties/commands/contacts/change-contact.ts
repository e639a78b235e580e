import type { Acting } from '../../../../platform/acting.ts';
import type { ContactView } from '../../contract.ts';
import { myContact, needReachable, type ContactInput } from './contact-row.ts';

/** Changes a contact point of the acting body. What was verified was the old number or address. */
export const changeContact = async (
  acting: Acting,
  input: { id: string } & { [K in keyof ContactInput]?: ContactInput[K] | undefined },
): Promise<ContactView> => {
  const { id, ...given } = input;
  const before = await myContact(acting, id);
  const changed = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<ContactInput>;
  const after = { ...before, ...changed };
  needReachable(after);
  const moved = after.phone !== before.phone || after.email !== before.email;
  await acting.db
    .updateTable('parties.contact_point')
    .set({ ...changed, changed_at: acting.now, ...(moved ? { verified_at: null } : {}) })
    .where('id', '=', id)
    .execute();
  await acting.record({ fact: 'contact.changed', subject: id });
  return myContact(acting, id);
};
