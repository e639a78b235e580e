import { sql } from 'kysely';
import { tokenHash } from '../../../../platform/acting.ts';
import type { Clock } from '../../../../kernel/time.ts';
import type { Db } from '../../../../platform/database.ts';
import type { Log } from '../../../../platform/log.ts';
import type { Post } from '../../../../platform/work/mail.ts';
import { freshSecret } from '../sign-in/opening.ts';
import type { LetterOffice } from './office.ts';
import { type ArmedInvitation, type ArmedRecovery, invitationLetter, recoveryLetter } from './text.ts';

interface Waiting {
  readonly id: string;
  readonly kind: string;
  readonly address: string;
  readonly tries: number;
  readonly until: Date;
}

type Letter = { subject: string; text: string };

const batch = 50;
const longestWait = 6 * 3_600_000;

/**
 * Sends the letters that wait, as the worker and outside any transaction. Each gets a secret of its own just before it is
 * sent; when it has to be sent again, the link of the earlier one opens nothing. What the receiving side turns down for
 * good ends at once; anything else is tried again, later and later, as long as the letter stands. Gives how many were sent.
 */
export const postLetters = async (
  worker: Db,
  clock: Clock,
  by: { post: Post; office: LetterOffice; log: Log },
): Promise<number> => {
  const waiting = await worker
    .selectFrom('parties.letter')
    .select(['id', 'kind', 'address', 'tries', 'until'])
    .where('sent_at', 'is', null)
    .where('failed', 'is', null)
    .where('next_try', '<=', clock.now())
    .orderBy('next_try')
    .limit(batch)
    .execute();
  let sent = 0;
  for (const it of waiting) {
    const letter = await compose(worker, clock.now(), by.office, it);
    if (letter === null) {
      await became(worker, it.id, { failed: 'gone' });
      continue;
    }
    try {
      await by.post(it.address, letter.subject, letter.text);
      await became(worker, it.id, { sent_at: clock.now(), tries: it.tries + 1 });
      sent += 1;
    } catch (error) {
      await failed(worker, clock.now(), it, error, by.log);
    }
  }
  return sent;
};

const became = async (
  worker: Db,
  id: string,
  what: { sent_at?: Date; failed?: string; tries?: number; next_try?: Date },
): Promise<void> => {
  await worker.updateTable('parties.letter').set(what).where('id', '=', id).execute();
};

const isOfRecovery = (kind: string): kind is 'recovery-opened' | 'recovery' | 'recovery-used' =>
  kind.startsWith('recovery');

const compose = async (worker: Db, now: Date, office: LetterOffice, it: Waiting): Promise<Letter | null> => {
  const secret = freshSecret();
  if (isOfRecovery(it.kind)) {
    const armed = await sql<ArmedRecovery>`
      select * from parties.arm_recovery(${it.id}, ${tokenHash(secret)}, ${now})`.execute(worker);
    return armed.rows[0] === undefined ? null : recoveryLetter(office, it.kind, armed.rows[0], secret);
  }
  const { rows } = await sql<ArmedInvitation>`
    select * from parties.arm_invitation(${it.id}, ${tokenHash(secret)}, ${now})`.execute(worker);
  return rows[0] === undefined ? null : invitationLetter(office, rows[0], secret);
};

const failed = async (worker: Db, now: Date, it: Waiting, error: unknown, log: Log): Promise<void> => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  const why = responseCode === undefined ? (code ?? 'failed') : `smtp-${responseCode}`;
  const tries = it.tries + 1;
  const next = new Date(now.getTime() + Math.min(60_000 * 2 ** tries, longestWait));
  const forGood = (responseCode ?? 0) >= 500 || next >= it.until;
  log.warn({ code: why, tries }, 'a letter could not be sent');
  await became(worker, it.id, { tries, ...(forGood ? { failed: why } : { next_try: next }) });
};
