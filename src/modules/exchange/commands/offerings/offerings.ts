import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Handling, rank, tlp } from '../../../../kernel/marking.ts';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { offeringTerms, theProgramme } from '../../../programme/index.ts';
import { showOffering } from '../../queries/sources/offerings.ts';
import type { Extent, OfferingInput, OfferingView, Pass } from '../../shapes/offering.ts';
import { refuseOwnName } from '../feedback/give-feedback.ts';

/** Gives something to a hub under an agreement. In which capacities members and the centre sit is kept as it is told today. */
export const giveOffering = async (acting: Acting, input: OfferingInput): Promise<OfferingView> => {
  await refuseTooFar(acting, input, input.handling, `${input.title}\n${input.body}`);
  const hub = await acting.db
    .selectFrom('parties.seat')
    .select('capacity')
    .where('id', '=', input.hub)
    .executeTakeFirst();
  const terms = hub === undefined ? null : offeringTerms(theProgramme(), hub.capacity, acting.now);
  if (terms === null) throw new Refusal('no-agreement-with-hub');
  const id = randomUUID();
  const { rows } = await sql<{ done: boolean }>`
    select exchange.give_offering(${id}, ${input.hub}, ${input.title}, ${input.body}, ${rank(input.handling)}, ${JSON.stringify(input.handling)},
      ${[...terms.members]}::text[], ${[...terms.centre]}::text[], ${input.toMembers}, ${input.toCentre}, ${acting.now}) as done`.execute(
    acting.db,
  );
  if (rows[0]?.done !== true) throw new Refusal('no-agreement-with-hub');
  await acting.record({ fact: 'offering.given', subject: id });
  return showOffering(acting, id);
};

/** The giver says anew how far it may go. */
export const setExtent = async (acting: Acting, id: string, input: Extent): Promise<OfferingView> => {
  const it = await showOffering(acting, id);
  if (it.part !== 'source') throw notFound();
  if (it.withdrawnAt !== null || it.text === null) throw new Refusal('offering-withdrawn');
  await refuseTooFar(acting, input, it.text.handling, `${it.text.title}\n${it.text.body}`);
  const { rows } = await sql<{ done: boolean }>`
    select exchange.set_extent(${id}, ${input.toMembers}, ${input.toCentre}, ${acting.now}) as done`.execute(acting.db);
  if (rows[0]?.done !== true) throw new Refusal('offering-withdrawn');
  await acting.record({ fact: 'offering.extent-set', subject: id });
  return showOffering(acting, id);
};

/** The giver takes it back. */
export const withdrawOffering = async (acting: Acting, id: string): Promise<{ id: string; at: string }> => {
  if ((await showOffering(acting, id)).part !== 'source') throw notFound();
  const { rows } = await sql<{ done: boolean }>`
    select exchange.withdraw_offering(${id}, ${acting.now}) as done`.execute(acting.db);
  if (rows[0]?.done !== true) throw new Refusal('offering-withdrawn');
  await acting.record({ fact: 'offering.withdrawn', subject: id });
  return { id, at: acting.now.toISOString() };
};

/** The hub passes it on, exactly as far as the giver lets it. */
export const passOffering = async (acting: Acting, id: string, to: Pass): Promise<{ id: string; at: string }> => {
  const { rows } = await sql<{ done: boolean | null }>`
    select exchange.pass_offering(${id}, ${to}, ${acting.now}) as done`.execute(acting.db);
  const done = rows[0]?.done ?? null;
  if (done === null) throw notFound();
  if (!done) throw new Refusal('passed-already');
  await acting.record({ fact: 'offering.passed', subject: id, detail: { to } });
  return { id, at: acting.now.toISOString() };
};

// What is for named recipients goes to nobody beyond the hub; what goes without the name may not hold it.
const refuseTooFar = async (acting: Acting, it: Extent, mark: Handling, said: string): Promise<void> => {
  if ((it.toMembers || it.toCentre !== 'no') && rank(mark) >= rank(tlp('RED'))) throw new Refusal('mark-forbids');
  if (it.toMembers || it.toCentre === 'unnamed') await refuseOwnName(acting, said);
};
