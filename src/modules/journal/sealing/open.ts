import { sql } from 'kysely';
import type { Db } from '../../../platform/database.ts';
import { type Signer, signerOf } from './note.ts';

/**
 * The signer of this house. A log keeps the name it began with, whatever address it is reached under later; the first
 * time it is called after the address.
 */
export const openSigner = async (worker: Db, secret: string, publicOrigin: string): Promise<Signer> => {
  const { rows } = await sql<{ note: string }>`select note from journal.checkpoint order by size limit 1`.execute(
    worker,
  );
  const first = rows[0]?.note.split('\n')[0];
  return signerOf(secret, first ?? `${new URL(publicOrigin).hostname}/journal`);
};
