import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { AgreementView } from '../../contract.ts';
import { agreementById } from '../../queries/agreements.ts';

/** Accepts or declines what a hub proposed to the acting seat, by the hash of the text that was read. Once. */
export const answerAgreement = async (
  acting: Acting,
  id: string,
  input: { accept: boolean; hash: string; signedBy: string },
): Promise<AgreementView> => {
  const it = await agreementById(acting, id);
  if (it.mine !== 'other') throw new Refusal('not-your-answer');
  if (it.answer !== null) throw new Refusal('answered-already');
  if (it.state !== 'proposed') throw new Refusal('agreement-over');
  if (it.hash !== input.hash) throw new Refusal('text-not-that');
  const { numAffectedRows } = await sql`
    insert into parties.agreement_answer (agreement, seat, person, accepted, hash, signed_by, at)
    values (${id}, ${acting.seat}, ${acting.person}, ${input.accept}, ${input.hash}, ${input.signedBy}, ${acting.now})
    on conflict do nothing`.execute(acting.db);
  if (numAffectedRows !== 1n) throw new Refusal('answered-already');
  await acting.record({ fact: factOf(input.accept, it.kinds), subject: id });
  return agreementById(acting, id);
};

// What the centre agrees with cyberspace businesses is a measure of its own; the circles of other hubs are their business.
const factOf = (accepted: boolean, kinds: readonly string[]) => {
  if (!accepted) return 'agreement.declined' as const;
  return kinds.includes('partner-notice') ? ('agreement.concluded' as const) : ('membership.concluded' as const);
};
