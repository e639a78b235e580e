import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../kernel/refusal.ts';
import type { Acting } from '../acting.ts';

/** What was answered to a key before. */
export interface Answered {
  readonly status: number;
  readonly answer: unknown;
}

// A key is one person's in one seat and realm: two people of a desk, or a drill beside the real thing, never meet in it.
const kept = (acting: Acting, key: string): string =>
  createHash('sha256').update(`${acting.person} ${acting.realm} ${key}`).digest('base64url');

/**
 * Takes the key for this act, or gives what was answered to it before. A second request with the same key waits for
 * the first to end. The same key with another body or door is refused; keys of others do not exist here.
 */
export const claim = async (acting: Acting, key: string, door: string, body: string): Promise<Answered | null> => {
  if (key.length > 200 || !/^[\x21-\x7e]+$/u.test(key)) throw new Refusal('idempotency-key-malformed', {}, 400);
  const hash = createHash('sha256').update(body).digest();
  const { numAffectedRows } = await sql`
    insert into platform.idempotency (seat, key, door, body_hash, at)
    values (${acting.seat}, ${kept(acting, key)}, ${door}, ${hash}, ${acting.now}) on conflict do nothing`.execute(
    acting.db,
  );
  if (numAffectedRows === 1n) return null;
  const before = await acting.db
    .selectFrom('platform.idempotency')
    .select(['door', 'body_hash', 'status', 'answer'])
    .where('seat', '=', acting.seat)
    .where('key', '=', kept(acting, key))
    .executeTakeFirst();
  if (before === undefined || before.status === null) throw new Refusal('busy', {}, 503);
  if (before.door !== door || !before.body_hash.equals(hash)) throw new Refusal('idempotency-key-reused');
  return { status: before.status, answer: before.answer };
};

/** Keeps the answer beside its key, in the transaction of the act. */
export const keep = async (acting: Acting, key: string, status: number, answer: unknown): Promise<void> => {
  await sql`
    update platform.idempotency set status = ${status}, answer = ${JSON.stringify(answer ?? null)}::jsonb
     where seat = ${acting.seat} and key = ${kept(acting, key)}`.execute(acting.db);
};
