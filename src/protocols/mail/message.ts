import type { OwnKey } from '../../platform/work/openpgp.ts';
import MimeNode from 'nodemailer/lib/mime-node';

/** One message as it goes over the wire, and its envelope. */
export interface Message {
  readonly raw: Buffer;
  readonly envelope: { readonly from: string; readonly to: string };
}

/** What a message says of itself. None of it may tell what the message is about. */
export interface Heads {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly messageId: string;
  readonly date: Date;
  readonly replyTo?: string | undefined;
  /** Where one can choose to get less of it. */
  readonly unsubscribe?: string | undefined;
  /** Where it comes back to when it cannot be delivered. */
  readonly bounceTo?: string | undefined;
}

/** Base64 in lines that every relay passes on. */
export const lines = (base64: string): string => base64.replaceAll(/.{76}(?=.)/gu, '$&\r\n');

/** A text as one MIME entity: base64, so that no relay changes a byte that was signed. */
export const entityOf = (text: string): Buffer =>
  Buffer.from(
    `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(
      Buffer.from(text.replaceAll(/\r?\n/gu, '\r\n'), 'utf8').toString('base64'),
    )}\r\n`,
  );

/** Puts the heads to a message's body. */
export const written = async (root: MimeNode, heads: Heads): Promise<Message> => {
  root.setHeader([
    { key: 'From', value: heads.from },
    { key: 'To', value: heads.to },
    ...(heads.replyTo === undefined ? [] : [{ key: 'Reply-To', value: heads.replyTo }]),
    { key: 'Subject', value: heads.subject },
    { key: 'Date', value: heads.date.toUTCString().replace('GMT', '+0000') },
    { key: 'Message-ID', value: heads.messageId },
    { key: 'Auto-Submitted', value: 'auto-generated' },
    ...(heads.unsubscribe === undefined ? [] : [{ key: 'List-Unsubscribe', value: `<${heads.unsubscribe}>` }]),
  ]);
  const { from, to } = root.getEnvelope();
  return { raw: await root.build(), envelope: { from: heads.bounceTo ?? (from || ''), to: to[0] ?? '' } };
};

/** Puts an entity into a message as it is. */
export const part = (root: MimeNode, entity: Buffer): void => void root.createChild('text/plain').setRaw(entity);

const file = (type: string, body: string): Buffer =>
  Buffer.from(`Content-Type: ${type}\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${body.replaceAll(/\r?\n/gu, '\r\n')}`);

/** A message in plain text. */
export const plainMessage = (heads: Heads, text: string): Promise<Message> =>
  written(new MimeNode('text/plain; charset=utf-8').setContent(text), heads);

/** A message with a signature over its text beside it (RFC 3156). */
export const signedMessage = async (
  heads: Heads,
  text: string,
  sign: (entity: Buffer) => Promise<string>,
): Promise<Message> => {
  const entity = entityOf(text);
  // What is signed ends before the line break that belongs to the boundary.
  const signature = await sign(entity.subarray(0, -2));
  const root = new MimeNode('multipart/signed; protocol="application/pgp-signature"; micalg=pgp-sha512');
  part(root, entity.subarray(0, -2));
  part(root, file('application/pgp-signature; name="signature.asc"', signature));
  return written(root, heads);
};

/** A message that only its reader can open: `armored` holds a whole MIME entity, encrypted to a key (RFC 3156) or a certificate (RFC 8551). */
export const sealedMessage = (heads: Heads, armored: string): Promise<Message> => {
  if (isCms(armored)) return cmsMessage(heads, armored);
  const root = new MimeNode('multipart/encrypted; protocol="application/pgp-encrypted"');
  part(root, file('application/pgp-encrypted', 'Version: 1\r\n'));
  part(root, file('application/octet-stream; name="encrypted.asc"', armored));
  return written(root, heads);
};

const cmsLabel = '-----BEGIN CMS-----';
const isCms = (armored: string): boolean => armored.startsWith(cmsLabel);

/** Encrypted bytes as text for the queue (RFC 7468). */
export const armoredCms = (der: Buffer): string => `${cmsLabel}\n${lines(der.toString('base64'))}\n-----END CMS-----\n`;

const cmsMessage = (heads: Heads, armored: string): Promise<Message> => {
  const root = new MimeNode('application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"');
  root.setHeader('Content-Disposition', 'attachment; filename="smime.p7m"');
  root.setContent(Buffer.from(armored.replaceAll(/-----[^-]+-----/gu, ''), 'base64'));
  return written(root, heads);
};

/** How a text is encrypted for one reader: as a whole MIME entity, signed by the house. */
export const sealText =
  (signer: OwnKey) =>
  (text: string, key: string, now: Date): Promise<string> =>
    signer.seal(entityOf(text), key, now);
