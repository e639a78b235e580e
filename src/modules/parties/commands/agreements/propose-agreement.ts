import { createHash, randomUUID } from 'node:crypto';
import type { InputOf } from '../../../../kernel/endpoint.ts';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { AgreementView, partiesDoors } from '../../contract.ts';
import { agreementById } from '../../queries/agreements.ts';
import { needTerm, needWays } from './terms.ts';

/** Proposes an agreement as a hub. Until the other side accepts this very text it lets nothing through. */
export const proposeAgreement = async (
  acting: Acting,
  input: InputOf<typeof partiesDoors.proposeAgreement>['body'],
): Promise<AgreementView> => {
  const [from, until] = [new Date(input.from), new Date(input.until)];
  const other = await acting.db
    .selectFrom('parties.seat')
    .select(['body', 'capacity'])
    .where('id', '=', input.seat)
    .executeTakeFirst();
  if (other === undefined) throw notFound();
  if (other.body === acting.body) throw new Refusal('own-body');
  needWays(acting, input.kinds, other.capacity);
  needTerm(from, until, acting.now);
  await needOwnCircle(acting, input.circle);
  const id = randomUUID();
  await acting.db
    .insertInto('parties.agreement')
    .values({
      id,
      hub: acting.seat,
      hub_body: acting.body,
      seat: input.seat,
      body: other.body,
      circle: input.circle,
      kinds: [...new Set(input.kinds)],
      members_known: input.membersKnown,
      version: input.version,
      text: input.text,
      hash: createHash('sha256').update(input.text).digest('hex'),
      signed_by: input.signedBy,
      person: acting.person,
      valid_from: from,
      valid_until: until,
      proposed_at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'agreement.proposed', subject: id });
  return agreementById(acting, id);
};

const needOwnCircle = async (acting: Acting, circle: string | null): Promise<void> => {
  if (circle === null) return;
  const mine = await acting.db
    .selectFrom('parties.circle')
    .select('id')
    .where('id', '=', circle)
    .where('kind', '=', 'hub')
    .where('secretariat', '=', acting.seat)
    .executeTakeFirst();
  if (mine === undefined) throw notFound();
};
