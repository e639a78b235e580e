import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../platform/database.ts';
import { makeOwnKey, openOwnKey } from '../../platform/work/openpgp.ts';
import { areCertificates, openOwnCertificate, type OwnCertificate, type Trust } from '../../platform/work/smime.ts';
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
    certificate: await certificateOf(env, address),
    trust: trustOf(env),
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

/** Whose word is taken for certificates that people bring: every `.pem` and `.crt` of a folder. Without one nobody's. */
const trustOf = (env: Environment): Trust => {
  const folder = env['NOROSHI_SMIME_TRUST'];
  const selfSigned = env['NOROSHI_SMIME_SELF_SIGNED'] === 'yes';
  if (folder === undefined || folder === '') return { authorities: [], selfSigned };
  let authorities: string[];
  try {
    authorities = readdirSync(folder)
      .filter((name) => /\.(?:pem|crt)$/u.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  } catch {
    throw new CannotStart(`NOROSHI_SMIME_TRUST names ${folder}, which cannot be read.`);
  }
  if (authorities.length === 0 || !authorities.every(areCertificates))
    throw new CannotStart('NOROSHI_SMIME_TRUST is a folder of certificates of authorities, one a file, PEM.');
  return { authorities, selfSigned };
};

const certificateOf = async (env: Environment, address: string): Promise<OwnCertificate | null> => {
  const [chain, key] = [env['NOROSHI_SMIME_CERT'], env['NOROSHI_SMIME_KEY']];
  if (chain === undefined && key === undefined) return null;
  try {
    return await openOwnCertificate(readFileSync(chain ?? '', 'utf8'), readFileSync(key ?? '', 'utf8'), address);
  } catch {
    throw new CannotStart(
      'NOROSHI_SMIME_CERT and NOROSHI_SMIME_KEY go together: files with a certificate for the sender’s address and its private key, PEM.',
    );
  }
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
