import type { Readable } from 'node:stream';
import { callbackify } from 'node:util';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { isAutomatic, takeBounce, takeReply } from '../../modules/notices/index.ts';
import type { Clock } from '../../kernel/time.ts';
import type { Db } from '../../platform/database.ts';
import type { Log } from '../../platform/log.ts';
import type { Replies } from './replies.ts';

/** What comes in is small: a word, or the post's report of what it could not deliver. */
const largest = 256 * 1024;
const aMinute = 300;

/** Where replies and bounces arrive, and what they are handed to. */
export interface Letterbox {
  readonly host: string;
  readonly port: number;
  readonly replies: Replies;
  readonly worker: Db;
  readonly clock: Clock;
  readonly log: Log;
  readonly wake: () => void;
}

class TooLarge extends Error {}

const refused = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code });

/**
 * Listens for mail to our own return addresses and to nothing else. Whatever comes of it, the sender is told the same: a
 * token that is known and one that is not look alike. No mail is ever answered.
 */
export const openLetterbox = async (box: Letterbox): Promise<{ port: number; close(): Promise<void> }> => {
  let minute = 0;
  let count = 0;
  const tooMany = (): boolean => {
    const now = Math.floor(performance.now() / 60_000);
    count = now === minute ? count + 1 : 1;
    minute = now;
    return count > aMinute;
  };
  const server = new SMTPServer({
    name: 'noroshi',
    banner: 'ESMTP',
    size: largest,
    maxClients: 20,
    socketTimeout: 30_000,
    closeTimeout: 1_000,
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['AUTH', 'STARTTLS', 'VRFY'],
    logger: false,
    onRcptTo: ({ address }, session, done) => {
      if (box.replies.read(address) === null) done(refused(550, 'No such mailbox'));
      else if (session.envelope.rcptTo.length > 0) done(refused(452, 'One recipient at a time'));
      else if (tooMany()) done(refused(451, 'Try again later'));
      else done();
    },
    onData: callbackify(async (stream: Readable, session: SMTPServerSession): Promise<void> => {
      const from = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
      try {
        await take(box, stream, from, session.envelope.rcptTo[0]?.address ?? '');
      } catch (error) {
        if (error instanceof TooLarge) throw refused(552, 'Too large');
        box.log.warn({ code: (error as { code?: string }).code }, 'a mail that came in could not be taken');
        throw refused(451, 'Try again later');
      }
    }),
  });
  server.on('error', (error) => box.log.warn({ code: (error as { code?: string }).code }, 'letterbox'));
  await new Promise<void>((ready, fail) => {
    server.server.once('error', fail);
    server.listen(box.port, box.host, ready);
  });
  const at = server.server.address();
  return {
    port: typeof at === 'object' && at !== null ? at.port : box.port,
    close: () => new Promise((done) => server.close(() => done())),
  };
};

const take = async (box: Letterbox, stream: Readable, from: string, to: string): Promise<void> => {
  const raw = await whole(stream);
  const at = box.replies.read(to);
  if (at === null) return;
  const mail = await simpleParser(raw, {
    keepDeliveryStatus: true,
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    skipTextLinks: true,
  }).catch(() => null);
  if (mail === null) return;
  const now = box.clock.now();
  if (at.kind === 'bounce') {
    const status = deliveryStatus(mail);
    // A post office says so in nobody's name (RFC 3464): whoever gives one is not it. Of our own addresses nothing bounces.
    if (from === '' && !failedAt(status).some((address) => box.replies.read(address) !== null))
      await takeBounce(box.worker, now, { token: at.token, deliveryStatus: status });
    return;
  }
  await takeReply(
    box.worker,
    now,
    {
      token: at.token,
      from: (mail.from?.value ?? []).map((it) => it.address ?? ''),
      text: mail.text ?? '',
      automatic: isAutomatic({
        autoSubmitted: head(mail, 'auto-submitted'),
        precedence: head(mail, 'precedence'),
        listId: head(mail, 'list-id') ?? head(mail, 'list'),
        envelopeFrom: from,
      }),
    },
    box.wake,
  );
};

const whole = async (stream: Readable): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  let over = false;
  // What is too large is read to its end and thrown away: the protocol has no other way to say so.
  for await (const part of stream as AsyncIterable<Buffer>) {
    size += part.length;
    over ||= size > largest;
    if (!over) parts.push(part);
  }
  if (over) throw new TooLarge();
  return Buffer.concat(parts);
};

const head = (mail: ParsedMail, name: string): string | null => {
  const line = mail.headerLines.find((it) => it.key === name)?.line;
  return line === undefined ? null : line.slice(line.indexOf(':') + 1).trim();
};

/** To whom a report of the post says that it could not be delivered. */
const failedAt = (status: string): string[] =>
  [...status.matchAll(/^(?:final|original)-recipient:\s*rfc822;\s*<?([^\s<>]{1,320})/gimu)].flatMap(
    (it) => it[1] ?? [],
  );

const deliveryStatus = (mail: ParsedMail): string =>
  mail.attachments
    .filter((it) => it.contentType === 'message/delivery-status')
    .map((it) => it.content.toString('latin1'))
    .join('\n');
