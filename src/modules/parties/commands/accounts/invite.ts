import { randomUUID } from 'node:crypto';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import { plus } from '../../../../kernel/time.ts';
import { tokenHash, type Acting } from '../../../../platform/acting.ts';
import type { Db, Transaction } from '../../../../platform/database.ts';
import { invitationDays } from '../../rules.ts';
import { meOf } from '../credentials/guard.ts';
import { byLetter } from '../letters/office.ts';
import { writeLetter } from '../letters/write-letter.ts';
import { freshSecret } from '../sign-in/opening.ts';

/** Who is invited, and into which seat and role. */
export interface InvitationInput {
  readonly email: string;
  readonly name: { ja: string; en: string };
  readonly seat: string;
  readonly role: string;
}

/**
 * Invites a person into a seat. Nobody invites himself, and nobody is in a seat before having accepted. Where letters are
 * sent, the invited person alone gets the link; else its secret is in this answer.
 */
export const invite = async (
  acting: Acting,
  input: InvitationInput,
): Promise<{ id: string; secret: string | null; until: string }> => {
  const seat = await acting.db
    .selectFrom('parties.seat')
    .select(['id', 'capacity'])
    .where('id', '=', input.seat)
    .executeTakeFirst();
  if (seat === undefined) throw notFound();
  const role = await acting.db
    .selectFrom('parties.role')
    .select('role')
    .where('capacity', '=', seat.capacity)
    .where('role', '=', input.role)
    .executeTakeFirst();
  if (role === undefined) throw new Refusal('role-unknown', { role: input.role });
  if ((await meOf(acting)).email === input.email) throw new Refusal('not-yourself');
  const made = await writeInvitation(acting.db, input, acting.person, acting.now);
  await acting.record({ fact: 'invitation.sent', subject: made.id });
  const mailed = byLetter();
  if (mailed) await writeLetter(acting, { invitation: made.id, address: input.email, until: made.until });
  return { id: made.id, secret: mailed ? null : made.secret, until: made.until.toISOString() };
};

/** Writes an invitation and gives its secret, which is kept nowhere. With nobody as `by`, the worker invites: the first administrator. */
export const writeInvitation = async (
  db: Db | Transaction,
  input: InvitationInput,
  by: string | null,
  now: Date,
): Promise<{ id: string; secret: string; until: Date }> => {
  const id = randomUUID();
  const secret = freshSecret();
  const until = plus(now, `P${invitationDays}D`);
  await db
    .insertInto('parties.invitation')
    .values({
      id,
      secret: tokenHash(secret),
      email: input.email,
      name_ja: input.name.ja,
      name_en: input.name.en,
      seat: input.seat,
      role: input.role,
      invited_by: by,
      invited_at: now,
      until,
    })
    .execute();
  return { id, secret, until };
};
