import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { needRecentSession } from '../credentials/guard.ts';
import { byLetter } from '../letters/office.ts';
import type { Vault } from '../sign-in/vault.ts';
import { freshWord, wordHash } from './word.ts';

/**
 * Confirms, as a second person, that whoever asks for a recovery is who they say, and how that was checked. Gives the word
 * to be said to them: this half is shown here once, the other is the link.
 */
export const confirmRecovery =
  (vault: Vault) =>
  async (acting: Acting, input: { id: string; checked: string }): Promise<{ word: string }> => {
    await needRecentSession(acting);
    const word = freshWord();
    const { rows } = await sql<{ confirmed: boolean }>`
      select parties.confirm_recovery(${input.id}, ${input.checked}, ${wordHash(vault, input.id, word)}, ${byLetter()}, ${acting.now}) as confirmed`.execute(
      acting.db,
    );
    if (rows[0]?.confirmed !== true) throw notFound();
    await acting.record({ fact: 'recovery.confirmed', subject: input.id });
    return { word };
  };
