import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Db } from '../../platform/database.ts';
import { heldDays } from './rules.ts';

/** Clears away files that were held for a week and attached to nothing, and bytes that nothing refers to any more. */
export const sweepFiles = async (db: Db, clock: Clock): Promise<void> => {
  const before = new Date(clock.now().getTime() - heldDays * 86_400_000);
  await sql`delete from files.held where at < ${before}`.execute(db);
  await sql`
    delete from files.content c
     where c.brought_at < ${before} and not exists (select from files.held h where h.content = c.id)
       and not exists (select from files.attachment a where a.content = c.id)`.execute(db);
};
