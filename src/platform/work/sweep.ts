import { sql } from 'kysely';
import type { Clock } from '../../kernel/time.ts';
import type { Db } from '../database.ts';

const day = 86_400_000;

/** Clears away what has served: answers to idempotency keys after thirty days, counts of attempts after one, sent notices after ninety. */
export const sweep = async (db: Db, clock: Clock): Promise<void> => {
  const now = clock.now().getTime();
  const before = (days: number): Date => new Date(now - days * day);
  await sql`delete from platform.idempotency where at < ${before(30)}`.execute(db);
  await sql`delete from platform.attempt where slot < ${before(1)}`.execute(db);
  await sql`delete from platform.mail where sent_at < ${before(90)}`.execute(db);
};
