import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { readOthersCertificate } from '../../../../platform/work/smime.ts';
import type { MailCertificateView } from '../../contract.ts';
import { certificateView } from '../../queries/mail-key.ts';
import { theTrust } from './trust.ts';

/** Brings the certificate to which one's mail may be encrypted; it has to carry one's own address. Takes the place of an earlier one. */
export const bringCertificate = async (
  acting: Acting,
  input: { certificate: string; content: boolean },
): Promise<MailCertificateView> => {
  if (acting.signIn.kind === 'key') throw new Refusal('not-by-key', {}, 403);
  const { email } = await acting.db
    .selectFrom('parties.person')
    .select('email')
    .where('id', '=', acting.person)
    .executeTakeFirstOrThrow();
  const read = await readOthersCertificate(input.certificate, email, acting.now, theTrust());
  const row = {
    pem: read.pem,
    fingerprint: read.fingerprint,
    subject: read.subject,
    issuer: read.issuer,
    expires_at: read.expiresAt,
    content: input.content,
    added_at: acting.now,
  };
  await acting.db
    .insertInto('notices.mail_certificate')
    .values({ person: acting.person, ...row })
    .onConflict((on) => on.column('person').doUpdateSet(row))
    .execute();
  await acting.record({ fact: 'mail-certificate.added', subject: acting.person });
  return certificateView(row, acting.now);
};
