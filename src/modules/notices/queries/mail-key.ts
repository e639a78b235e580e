import type { Acting } from '../../../platform/acting.ts';
import { theProgramme } from '../../programme/index.ts';
import { theTrust } from '../commands/keys/trust.ts';
import type { KeysView, MailCertificateView, MailKeyView } from '../contract.ts';

interface Row {
  readonly fingerprint: string;
  readonly user_id: string;
  readonly expires_at: Date | null;
  readonly content: boolean;
  readonly added_at: Date;
}

/** A key as its person sees it. */
export const keyView = (row: Row, now: Date): MailKeyView => ({
  fingerprint: row.fingerprint,
  userId: row.user_id,
  expiresAt: row.expires_at?.toISOString() ?? null,
  expired: row.expires_at !== null && row.expires_at <= now,
  content: row.content,
  addedAt: row.added_at.toISOString(),
});

interface CertificateRow {
  readonly fingerprint: string;
  readonly subject: string;
  readonly issuer: string;
  readonly expires_at: Date;
  readonly content: boolean;
  readonly added_at: Date;
}

/** A certificate as its person sees it. */
export const certificateView = (row: CertificateRow, now: Date): MailCertificateView => ({
  fingerprint: row.fingerprint,
  subject: row.subject,
  issuer: row.issuer,
  expiresAt: row.expires_at.toISOString(),
  expired: row.expires_at <= now,
  content: row.content,
  addedAt: row.added_at.toISOString(),
});

/** One's own key for mail, the house's with which it signs, and up to which mark encrypted mail may say what waits. */
export const showKeys = async (acting: Acting): Promise<KeysView> => {
  const row = await acting.db
    .selectFrom('notices.mail_key')
    .select(['fingerprint', 'user_id', 'expires_at', 'content', 'added_at'])
    .where('person', '=', acting.person)
    .executeTakeFirst();
  const certificate = await acting.db
    .selectFrom('notices.mail_certificate')
    .select(['fingerprint', 'subject', 'issuer', 'expires_at', 'content', 'added_at'])
    .where('person', '=', acting.person)
    .executeTakeFirst();
  const { authorities, selfSigned } = theTrust();
  const house = await acting.db
    .selectFrom('platform.own_key')
    .select('open')
    .where('kind', '=', 'openpgp')
    .executeTakeFirst();
  return {
    own: row === undefined ? null : keyView(row, acting.now),
    certificate: certificate === undefined ? null : certificateView(certificate, acting.now),
    certificates: selfSigned || authorities.length > 0,
    house: house?.open ?? null,
    upTo: theProgramme().notices.encryptedUpTo,
  };
};
