import { readFileSync } from 'node:fs';
import type { Db } from '../../platform/database.ts';
import { makeOwnKey, openOwnKey } from '../../platform/work/openpgp.ts';
import { ownKey, type Sealing } from '../../platform/work/own-key.ts';
import { CannotStart } from '../../platform/store/cannot-start.ts';
import { domainOf } from '../../platform/work/mail.ts';
import type { PostOffice } from './post.ts';
import { openReplies } from './replies.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What of the post office is set; null where no mail goes out. Makes the house's own key at the first start. */
export const readPostOffice = async (
  env: Environment,
  by: { origin: string; worker: Db; vault: Sealing & Deriving; now: Date },
): Promise<PostOffice | null> => {
  const url = env['NOROSHI_SMTP_URL'];
  if (url === undefined || url === '') return null;
  const from = env['NOROSHI_MAIL_FROM'] ?? 'noroshi@localhost';
  const address = /<([^<>]+)>$/u.exec(from)?.[1] ?? from;
  const { secret } = await ownKey(by.worker, 'openpgp', by.vault, () => makeOwnKey(address), by.now);
  return {
    url,
    from,
    drillFrom: env['NOROSHI_MAIL_FROM_DRILL'] ?? null,
    origin: by.origin,
    dkim: dkimOf(env, domainOf(from)),
    signer: await openOwnKey(secret),
    replies: repliesOf(env, by.vault),
  };
};

interface Deriving {
  derive(about: string, length: number): Buffer;
}

const repliesOf = (env: Environment, vault: Deriving): PostOffice['replies'] => {
  const mailbox = env['NOROSHI_REPLY_ADDRESS'];
  if (mailbox === undefined || mailbox === '') return null;
  if (!/^[a-z0-9._-]{1,30}@[a-z0-9.-]+$/iu.test(mailbox))
    throw new CannotStart('NOROSHI_REPLY_ADDRESS is a plain address, such as reply@noroshi.example.');
  return openReplies(mailbox, vault.derive);
};

/** Where the letterbox listens; null where nothing is read. Refuses a place that is none. */
export const letterboxAt = (env: Environment): { host: string; port: number } | null => {
  const said = env['NOROSHI_REPLY_LISTEN'];
  if (said === undefined || said === '') return null;
  const m = /^(.+):(\d{1,5})$/u.exec(said);
  if (m?.[1] === undefined || Number(m[2]) > 65_535)
    throw new CannotStart('NOROSHI_REPLY_LISTEN is a host and a port, such as 127.0.0.1:2525.');
  return { host: m[1], port: Number(m[2]) };
};

const dkimOf = (env: Environment, domain: string): PostOffice['dkim'] => {
  const [file, selector] = [env['NOROSHI_DKIM_KEY'], env['NOROSHI_DKIM_SELECTOR']];
  if (file === undefined && selector === undefined) return null;
  if (file === undefined || selector === undefined)
    throw new CannotStart(
      'NOROSHI_DKIM_KEY and NOROSHI_DKIM_SELECTOR go together: a file with a private key, and its name in the DNS.',
    );
  try {
    return { domain, selector, key: readFileSync(file, 'utf8') };
  } catch {
    throw new CannotStart(`NOROSHI_DKIM_KEY names ${file}, which cannot be read.`);
  }
};
