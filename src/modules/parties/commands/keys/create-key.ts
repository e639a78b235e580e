import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Power } from '../../../../kernel/power.ts';
import { tokenHash, type Acting } from '../../../../platform/acting.ts';
import type { Db, Transaction } from '../../../../platform/database.ts';
import type { KeyView } from '../../contract.ts';
import { keyLife, mostKeys } from '../../rules.ts';
import { needRecentSession } from '../credentials/guard.ts';
import { freshSecret } from '../sign-in/opening.ts';

/** What a key is to be: its name, what it covers and until when. */
export interface KeyInput {
  readonly label: string;
  readonly scopes?: ['read'] | Power[] | undefined;
  readonly expiresAt: string;
}

/** Makes a key for the acting person in the acting seat; covers no more than the seat may. */
export const createKey = async (acting: Acting, input: KeyInput): Promise<KeyView & { key: string }> => {
  await needRecentSession(acting);
  const until = new Date(input.expiresAt);
  const wrong = keyLife(acting.now, until);
  if (wrong !== null) throw new Refusal(wrong);
  const lacking = (input.scopes ?? []).find((scope) => scope !== 'read' && !acting.may(scope));
  if (lacking !== undefined) throw new Refusal('scope-not-held', { scope: lacking });
  const standing = await acting.db
    .selectFrom('acting.sign_in')
    .select('id')
    .where('kind', '=', 'key')
    .where('person', '=', acting.person)
    .where('until', '>', acting.now)
    .execute();
  if (standing.length >= mostKeys) throw new Refusal('too-many-keys', { limit: mostKeys });
  const made = await makeKey(acting.db, {
    person: acting.person,
    seat: acting.seat,
    label: input.label,
    scopes: input.scopes ?? null,
    until,
    now: acting.now,
  });
  await acting.record({ fact: 'key.created', subject: made.id });
  return {
    id: made.id,
    key: made.key,
    label: input.label,
    seat: acting.seat,
    scopes: input.scopes ?? null,
    createdAt: acting.now.toISOString(),
    expiresAt: until.toISOString(),
    lastUsed: null,
  };
};

/** Writes a key's row and gives its secret, which is kept nowhere. */
export const makeKey = async (
  db: Db | Transaction,
  it: { person: string; seat: string; label: string; scopes: string[] | null; until: Date; now: Date },
): Promise<{ id: string; key: string }> => {
  const id = randomUUID();
  const key = `nrs_${freshSecret()}`;
  await db
    .insertInto('acting.sign_in')
    .values({
      id,
      token: tokenHash(key),
      kind: 'key',
      person: it.person,
      seat: it.seat,
      epoch: 0,
      created_at: it.now,
      until: it.until,
      label: it.label,
      scopes: it.scopes,
    })
    .execute();
  return { id, key };
};
