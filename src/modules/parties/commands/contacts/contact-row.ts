import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { dayOf } from '../../../../kernel/time.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { ContactView } from '../../contract.ts';
import { contactsQuery, contactViewOf } from '../../queries/contacts/contacts.ts';

/** What a contact point says. */
export type ContactInput = Pick<
  ContactView,
  'role' | 'label' | 'hours' | 'position' | 'phone' | 'email' | 'fax' | 'sms' | 'radio' | 'languages' | 'until'
> & { readonly from?: string | undefined };

/** A contact point of the acting body that still stands; 404 for any other. */
export const myContact = async (acting: Acting, id: string): Promise<ContactView> => {
  const row = await contactsQuery(acting).where('c.id', '=', id).where('c.body', '=', acting.body).executeTakeFirst();
  if (row === undefined) throw notFound();
  return contactViewOf(acting)(row);
};

/** Refuses a contact point at which nobody can be reached. */
export const needReachable = (it: Pick<ContactView, 'phone' | 'email' | 'fax' | 'sms' | 'radio'>): void => {
  const ways = [it.phone, it.email, it.fax, it.sms, it.radio];
  if (ways.every((way) => way === null)) throw new Refusal('contact-unreachable');
};

/** Refuses dates that are behind each other or behind today. */
export const needDates = (acting: Acting, from: string, until: string | null): void => {
  if (until !== null && (until <= from || until <= today(acting)))
    throw new Refusal('impossible-date', { field: 'until' });
};

/** The day on which something of the acting transaction begins or ends. */
export const today = (acting: Acting): string => dayOf(acting.now);
