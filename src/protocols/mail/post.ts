import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import type { OwnKey } from '../../platform/work/openpgp.ts';
import type { OwnCertificate, Trust } from '../../platform/work/smime.ts';
import { domainOf, type Post } from '../../platform/work/mail.ts';
import type { Replies } from './replies.ts';
import { type Heads, type Message, plainMessage, sealedMessage, signedMessage } from './message.ts';
import { cmsSignedMessage } from './smime.ts';

/** Where mail goes out, under which senders, and what vouches for it. */
export interface PostOffice {
  /** e.g. `smtps://user:password@mail.example:465` */
  readonly url: string;
  readonly from: string;
  /** Sender of drills and exercises, which never go out under the real one; without it they do not go out. */
  readonly drillFrom: string | null;
  /** What links in mail begin with. */
  readonly origin: string;
  /** Signs for the sender's domain. The private key is PEM. */
  readonly dkim: { readonly domain: string; readonly selector: string; readonly key: string } | null;
  /** Where letters come back; null where nobody listens. */
  readonly replies: Replies | null;
  /** Signs each letter itself, for readers who check that. */
  readonly signer: OwnKey | null;
  /** Signs plain letters instead, while it stands: mail programs know such signatures by themselves. */
  readonly certificate: OwnCertificate | null;
  /** Whose word is taken for certificates that people bring. */
  readonly trust: Trust;
}

// One reader, and nothing that a mail program could read as another or as a head.
const oneAddress = /^[^\s\p{Cc}<>,;:"()[\]\\@]{1,128}@[^\s\p{Cc}<>,;:"()[\]\\@]{1,253}$/u;

/** A post office over SMTP. No tracking, nothing attached, no file or address fetched. */
export const openPost = (office: PostOffice): Post => {
  const { url, dkim, signer, certificate, replies } = office;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === null ? {} : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }),
  });
  const signed = (heads: Heads, text: string): Promise<Message> => {
    if (certificate !== null && certificate.expiresAt > heads.date)
      return cmsSignedMessage(heads, text, certificate.sign);
    return signer === null ? plainMessage(heads, text) : signedMessage(heads, text, signer.sign);
  };
  return async (to, subject, text, stamp) => {
    const from = stamp?.drill === true ? office.drillFrom : office.from;
    if (from === null) throw Object.assign(new Error('drills have no sender'), { code: 'no-drill-sender' });
    if (!oneAddress.test(to)) throw Object.assign(new Error('not one address'), { code: 'address-unfit' });
    const heads: Heads = {
      from,
      to,
      subject,
      messageId: `<${stamp?.id ?? randomUUID()}@${domainOf(from)}>`,
      date: new Date(),
      ...(stamp === undefined ? {} : { unsubscribe: `${office.origin}/notices/settings` }),
      ...(stamp === undefined || replies === null ? {} : { bounceTo: replies.address('bounce', stamp.id) }),
      ...(stamp?.answerable === true && replies !== null ? { replyTo: replies.address('reply', stamp.id) } : {}),
    };
    await transport.sendMail(await (stamp?.sealed === true ? sealedMessage(heads, text) : signed(heads, text)));
  };
};
