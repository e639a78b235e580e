import { createHash } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import type { PostOffice } from '../../src/protocols/mail/post.ts';
import { openReplies } from '../../src/protocols/mail/replies.ts';

/** One message as a relay was given it. */
export interface Arrived {
  from: string;
  to: string;
  raw: string;
}

/** A relay on the loopback that keeps what it is given, or refuses some addresses for good. */
export const openRelay = async (refuse: (to: string) => boolean = () => false) => {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    closeTimeout: 200,
    onRcptTo: ({ address }, _session, done) =>
      refuse(address) ? done(Object.assign(new Error('No such user'), { responseCode: 550 })) : done(),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        arrived.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo[0]?.address ?? '',
          raw: Buffer.concat(parts).toString('latin1'),
        });
        done();
      });
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const at = server.server.address();
  return {
    arrived,
    url: `smtp://127.0.0.1:${typeof at === 'object' && at !== null ? at.port : 0}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
};

/** A post office that hands everything to a relay. */
export const office = (url: string, more: Partial<PostOffice> = {}): PostOffice => ({
  url,
  from: 'Noroshi <noroshi@noroshi.example>',
  drillFrom: null,
  origin: 'https://noroshi.example',
  dkim: null,
  signer: null,
  certificate: null,
  trust: { authorities: [], selfSigned: false },
  replies,
  ...more,
});

/** Return addresses as the house makes them. */
export const replies = openReplies('reply@noroshi.example', (about, length) =>
  createHash('sha256').update(about).digest().subarray(0, length),
);
/** The address of the persona behind `ministry.meti`. */
export const me = 'odagiri@example.test';
