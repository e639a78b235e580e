import MimeNode from 'nodemailer/lib/mime-node';
import { type OwnCertificate, sealFor, type Trust } from '../../platform/work/smime.ts';
import { armoredCms, entityOf, type Heads, lines, type Message, part, written } from './message.ts';

const file = (type: string, der: Buffer): Buffer =>
  Buffer.from(`Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n\r\n${lines(der.toString('base64'))}\r\n`);

/** A message with an S/MIME signature over its text beside it (RFC 8551). */
export const cmsSignedMessage = async (heads: Heads, text: string, sign: OwnCertificate['sign']): Promise<Message> => {
  // What is signed ends before the line break that belongs to the boundary.
  const entity = entityOf(text).subarray(0, -2);
  const root = new MimeNode('multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256');
  part(root, entity);
  part(root, file('application/pkcs7-signature; name="smime.p7s"', await sign(entity)).subarray(0, -2));
  return written(root, heads);
};

/** How a text is encrypted for the reader of a certificate: as a whole MIME entity, signed by the house where it has a certificate. */
export const sealTextFor =
  (trust: Trust, house: OwnCertificate | null) =>
  async (text: string, pem: string, now: Date): Promise<string> => {
    const entity = entityOf(text);
    const inside =
      house === null || house.expiresAt <= now
        ? entity
        : file('application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"', await house.wrap(entity));
    return armoredCms(await sealFor(inside, pem, now, trust));
  };
