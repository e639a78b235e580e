import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { strictness } from '../../../kernel/marking.ts';
import { instant } from '../../../kernel/shapes.ts';

/** The key to which somebody's mail may be encrypted. */
export const mailKeyView = z.object({
  fingerprint: z.string(),
  userId: z.string(),
  expiresAt: instant.nullable(),
  expired: z.boolean(),
  content: z.boolean(),
  addedAt: instant,
});
export type MailKeyView = z.infer<typeof mailKeyView>;

/** The certificate to which somebody's mail may be encrypted (S/MIME). */
export const mailCertificateView = z.object({
  fingerprint: z.string(),
  subject: z.string(),
  issuer: z.string(),
  expiresAt: instant,
  expired: z.boolean(),
  content: z.boolean(),
  addedAt: instant,
});
export type MailCertificateView = z.infer<typeof mailCertificateView>;

/** Whose keys there are for one's mail, and up to which mark encrypted mail may say what waits. */
export const keysView = z.object({
  own: mailKeyView.nullable(),
  certificate: mailCertificateView.nullable(),
  /** Whether the operator of the house trusts any authority, so that a certificate can be brought. */
  certificates: z.boolean(),
  house: z.string().nullable(),
  upTo: z.enum(strictness),
});
export type KeysView = z.infer<typeof keysView>;

const armored = z
  .string()
  .max(65_536)
  .regex(/^-----BEGIN PGP [A-Z ]{3,30}-----[\r\n][\x20-\x7E\r\n]*$/u);

const certificates = z
  .string()
  .max(65_536)
  .regex(/^[\x20-\x7E\t\r\n]*-----BEGIN [A-Z ]{3,30}-----[\x20-\x7E\t\r\n]*$/u);

/** Keys and certificates to which one's mail is encrypted. */
export const keyDoors = {
  showKeys: endpoint({
    method: 'GET',
    path: '/api/notices/keys',
    may: 'signed-in',
    says: 'The key of the acting person for encrypted mail, the key with which the house signs its mail, and up to which mark encrypted mail may say what waits.',
    output: keysView,
  }),
  bringKey: endpoint({
    method: 'PUT',
    path: '/api/notices/keys/own',
    may: 'signed-in',
    says: 'Brings the OpenPGP key to which one’s mail may be encrypted; it has to carry one’s own address. In a session only.',
    body: z.strictObject({ key: armored, content: z.boolean() }),
    output: mailKeyView,
    refusals: [
      'not-by-key',
      'key-unreadable',
      'key-private',
      'key-many',
      'key-revoked',
      'key-expired',
      'key-weak',
      'key-not-yours',
      'key-cannot-encrypt',
    ],
  }),
  chooseContent: endpoint({
    method: 'PUT',
    path: '/api/notices/keys/own/content',
    may: 'signed-in',
    says: 'Chooses whether mail that is encrypted to one’s key may say what waits.',
    body: z.strictObject({ content: z.boolean() }),
    output: z.object({ content: z.boolean() }),
  }),
  takeBackKey: endpoint({
    method: 'DELETE',
    path: '/api/notices/keys/own',
    may: 'signed-in',
    says: 'Takes one’s key for encrypted mail back.',
    output: z.object({}),
  }),
  bringCertificate: endpoint({
    method: 'PUT',
    path: '/api/notices/certificates/own',
    may: 'signed-in',
    says: 'Brings the S/MIME certificate to which one’s mail may be encrypted, with what stands between it and an authority that the operator of the house trusts; it has to carry one’s own address. In a session only.',
    body: z.strictObject({ certificate: certificates, content: z.boolean() }),
    output: mailCertificateView,
    refusals: [
      'not-by-key',
      'certificate-unreadable',
      'certificate-private',
      'certificate-not-yours',
      'certificate-expired',
      'certificate-weak',
      'certificate-cannot-encrypt',
      'certificate-untrusted',
    ],
  }),
  chooseCertificateContent: endpoint({
    method: 'PUT',
    path: '/api/notices/certificates/own/content',
    may: 'signed-in',
    says: 'Chooses whether mail that is encrypted to one’s certificate may say what waits.',
    body: z.strictObject({ content: z.boolean() }),
    output: z.object({ content: z.boolean() }),
  }),
  takeBackCertificate: endpoint({
    method: 'DELETE',
    path: '/api/notices/certificates/own',
    may: 'signed-in',
    says: 'Takes one’s certificate for encrypted mail back.',
    output: z.object({}),
  }),
} as const;
