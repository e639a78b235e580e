import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../kernel/refusal.ts';
import type { Acting, Once } from '../acting.ts';

/** What was answered to a key before. */
export interface Answered {
  readonly status: number;
  readonly answer: unknown;
}

/** The key of an act that is to happen once, with the door it is for and the body it came with; refused when it is none. */
export const once = (key: string, door: string, body: string | Buffer): Once => {
  if (key.length > 200 || !/^[\x21-\x7e]+$/u.test(key)) throw new Refusal('idempotency-key-malformed', {}, 400);
  return { key, door, hash: createHash('sha256').update(body).digest() };
};

/**
 * What was answered to the key of this act before; null when it is new. A second request with the same key has waited for
 * the first to end. The same key with another body or door is refused; keys of others do not exist here.
 */
export const answeredTo = (acting: Acting): Answered | null => {
  const { asked } = acting;
  if (asked === null || asked.before === null) return null;
  const { door, hash, status, answer } = asked.before;
  if (door !== asked.door || !hash.equals(asked.hash)) throw new Refusal('idempotency-key-reused');
  return { status, answer };
};

/** Keeps the answer to the key of this act, in its transaction; nothing where none came. */
export const keep = async (acting: Acting, status: number, answer: unknown): Promise<void> => {
  if (acting.asked === null) return;
  const { kept, door, hash } = acting.asked;
  await sql`
    insert into platform.idempotency (seat, key, door, body_hash, status, answer, at)
    values (${acting.seat}, ${kept}, ${door}, ${hash}, ${status}, ${JSON.stringify(answer ?? null)}::jsonb, ${acting.now})`.execute(
    acting.db,
  );
};
