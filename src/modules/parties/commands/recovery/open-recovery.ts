import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import { plus } from '../../../../kernel/time.ts';
import { tokenHash, type Acting } from '../../../../platform/acting.ts';
import { needRecentSession } from '../credentials/guard.ts';
import { byLetter } from '../letters/office.ts';
import { freshSecret } from '../sign-in/opening.ts';

/**
 * Opens a recovery for another person who has lost every way in. Nothing can be done with it before a second person
 * confirms it. Where letters are sent, the person alone gets the link then; else its secret is in this answer.
 */
export const openRecovery = async (
  acting: Acting,
  input: { person: string; reason: string },
): Promise<{ id: string; secret: string | null; until: string }> => {
  await needRecentSession(acting);
  const [id, secret, mailed] = [randomUUID(), freshSecret(), byLetter()];
  const { rows } = await sql<{ opened: boolean }>`
    select parties.open_recovery(${id}, ${input.person}, ${input.reason}, ${tokenHash(secret)}, ${mailed}, ${acting.now}) as opened`.execute(
    acting.db,
  );
  if (rows[0]?.opened !== true) throw notFound();
  await acting.record({ fact: 'recovery.opened', subject: id });
  return { id, secret: mailed ? null : secret, until: plus(acting.now, 'P1D').toISOString() };
};
