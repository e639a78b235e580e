import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { AgreementView } from '../../contract.ts';
import { agreementById } from '../../queries/agreements.ts';

/** Ends an agreement of the acting seat at once, or takes a proposal back. What was sent by it stays where it came. */
export const endAgreement = async (acting: Acting, id: string, input: { reason: string }): Promise<AgreementView> => {
  const it = await agreementById(acting, id);
  if (it.state !== 'proposed' && it.state !== 'coming' && it.state !== 'in-force') throw new Refusal('agreement-over');
  const { numAffectedRows } = await sql`
    insert into parties.agreement_end (agreement, seat, person, reason, at)
    values (${id}, ${acting.seat}, ${acting.person}, ${input.reason}, ${acting.now})
    on conflict do nothing`.execute(acting.db);
  if (numAffectedRows !== 1n) throw new Refusal('agreement-over');
  await acting.record({ fact: 'agreement.ended', subject: id });
  return agreementById(acting, id);
};
