import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import type { OwnKey } from '../../platform/work/openpgp.ts';
import { domainOf, type Post } from '../../platform/work/mail.ts';
import type { Replies } from './replies.ts';
import { type Heads, plainMessage, sealedMessage, signedMessage } from './message.ts';

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
}

// One reader, and nothing that a mail program could read as another or as a head.
const oneAddress = /^[^\s\p{Cc}<>,;:"()[\]\\@]{1,128}@[^\s\p{Cc}<>,;:"()[\]\\@]{1,253}$/u;

/** A post office over SMTP. No tracking, nothing attached, no file or address fetched. */
export const openPost = (office: PostOffice): Post => {
  const { url, dkim, signer, replies } = office;
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 4,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim === null ? {} : { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }),
  });
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
    const message =
      stamp?.sealed === true
        ? await sealedMessage(heads, text)
        : signer === null
          ? await plainMessage(heads, text)
          : await signedMessage(heads, text, signer.sign);
    await transport.sendMail(message);
  };
};
