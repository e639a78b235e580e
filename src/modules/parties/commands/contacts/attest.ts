import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { attestationDue, theProgramme } from '../../../programme/index.ts';
import type { FreshnessView } from '../../contract.ts';
import { contactsQuery } from '../../queries/contacts/contacts.ts';
import { ownFreshness } from '../../queries/contacts/freshness.ts';

/** Says that the contact points of the acting body are right: exactly those that were looked at, or it is refused. */
export const attest = async (acting: Acting, input: { points: readonly string[] }): Promise<FreshnessView> => {
  const there = await contactsQuery(acting).where('c.body', '=', acting.body).execute();
  if (there.length === 0) throw new Refusal('no-contacts');
  const seen = new Set(input.points);
  if (seen.size !== there.length || there.some((it) => !seen.has(it.id))) throw new Refusal('contacts-changed');
  await acting.db
    .insertInto('parties.attestation')
    .values({
      id: randomUUID(),
      body: acting.body,
      seat: acting.seat,
      person: acting.person,
      points: there.length,
      at: acting.now,
    })
    .execute();
  const next = { due: attestationDue(theProgramme(), acting.now), late_at: null, asked_at: null };
  await acting.db
    .insertInto('parties.attestation_due')
    .values({ body: acting.body, ...next })
    .onConflict((it) => it.column('body').doUpdateSet(next))
    .execute();
  await acting.record({ fact: 'contacts.attested', subject: acting.body, detail: { points: there.length } });
  return ownFreshness(acting);
};
