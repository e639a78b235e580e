import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { ContactView } from '../../contract.ts';
import { contactsQuery } from '../../queries/contacts/contacts.ts';
import { mostContacts } from '../../rules.ts';
import { myContact, needDates, needReachable, today, type ContactInput } from './contact-row.ts';

/** Adds a contact point of the acting body. It counts as unverified until someone has tried it. */
export const addContact = async (acting: Acting, input: ContactInput): Promise<ContactView> => {
  needReachable(input);
  const { from = today(acting), until, ...rest } = input;
  if (from < today(acting)) throw new Refusal('impossible-date', { field: 'from' });
  needDates(acting, from, until);
  const there = await contactsQuery(acting).where('c.body', '=', acting.body).execute();
  if (there.length >= mostContacts) throw new Refusal('too-many-contacts', { limit: mostContacts });
  const id = randomUUID();
  await acting.db
    .insertInto('parties.contact_point')
    .values({ id, body: acting.body, ...rest, valid_from: from, valid_to: until, changed_at: acting.now })
    .execute();
  await acting.record({ fact: 'contact.added', subject: id });
  return myContact(acting, id);
};
