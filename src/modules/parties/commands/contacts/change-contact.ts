import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { ContactView } from '../../contract.ts';
import { myContact, needDates, needReachable, today, type ContactInput } from './contact-row.ts';

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
  // What has begun has begun: only a point that is still to come may get another first day.
  const { from, until, ...rest } = changed;
  if (from !== undefined && from !== before.from && before.from <= today(acting))
    throw new Refusal('impossible-date', { field: 'from' });
  if (until !== undefined || from !== undefined) needDates(acting, after.from ?? before.from, after.until);
  const moved = after.phone !== before.phone || after.email !== before.email || after.fax !== before.fax;
  await acting.db
    .updateTable('parties.contact_point')
    .set({
      ...rest,
      ...(from === undefined ? {} : { valid_from: from }),
      ...(until === undefined ? {} : { valid_to: until }),
      changed_at: acting.now,
      ...(moved ? { verified_at: null } : {}),
    })
    .where('id', '=', id)
    .execute();
  await acting.record({ fact: 'contact.changed', subject: id });
  return myContact(acting, id);
};
