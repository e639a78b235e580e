import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import { record, tokenHash, type Acting, type Visitor } from '../../../../platform/acting.ts';
import { sessionCookie } from '../../../../platform/http/request.ts';
import { attemptLimits, deviceOf, sessionSeconds } from '../../rules.ts';
import type { Vault } from './vault.ts';

/** What has been proved about a person, and how. */
export interface Proved {
  readonly person: string;
  readonly how: 'password' | 'passkey' | 'demo' | 'joined' | 'joined-by-passkey' | 'recovered';
  readonly seat?: string;
  /** The time step of the code that was used. */
  readonly step?: number;
  readonly passkey?: { readonly id: string; readonly counter: number };
}

/** A random secret that stands for a sign-in; stored only as its hash. */
export const freshSecret = (): string => randomBytes(32).toString('base64url');

/** Opens a session for a person whose proof was checked, and acts as them for the rest of the transaction. Null when it does not open. */
export const openSession = async (
  visitor: Visitor,
  vault: Vault,
  proved: Proved,
): Promise<{ seat: string; until: string } | null> => {
  const { db, now, visit } = visitor;
  const secret = freshSecret();
  const token = tokenHash(secret);
  const proof = vault.proof('session', proved.person, token.toString('hex'), proved.how);
  const opened = await sql<{ seat: string | null }>`
    select parties.open_session(${proved.person}, ${token}, ${proved.how}, ${proved.seat ?? null}, ${deviceOf(visit.userAgent)},
      ${proved.step ?? null}, ${proved.passkey?.id ?? null}, ${proved.passkey?.counter ?? null}, ${now}, ${proof}) as seat`.execute(
    db,
  );
  const seat = opened.rows[0]?.seat ?? null;
  if (seat === null) return null;
  const begun = await sql<{ realm: string }>`select realm from acting.begin(${token}, null, ${now})`.execute(db);
  const realm = begun.rows[0]?.realm;
  if (realm === undefined) return null;
  await record(
    db,
    { seat, person: proved.person, realm, at: now },
    { fact: 'session.opened', subject: proved.person, detail: { how: proved.how } },
  );
  visitor.afterCommit(() => visit.setCookie(sessionCookie, secret, sessionSeconds));
  return { seat, until: new Date(now.getTime() + sessionSeconds * 1000).toISOString() };
};

/** Counts an attempt on an account and from an address; a refusal once there were too many of either in a quarter of an hour. */
export const countAttempt = async (visitor: Visitor, what: string, account: string | null): Promise<Refusal | null> => {
  const counted = async (kind: string, who: string): Promise<number> => {
    const { rows } = await sql<{
      n: number;
    }>`select platform.attempt(${`${what}-${kind}`}, ${tokenHash(who)}, ${visitor.now}) as n`.execute(visitor.db);
    return rows[0]?.n ?? 0;
  };
  const fromAddress = await counted('address', visitor.visit.address);
  const onAccount = account === null ? 0 : await counted('account', account);
  const tooMany = fromAddress > attemptLimits.address || onAccount > attemptLimits.account;
  return tooMany ? new Refusal('too-many-attempts', {}, 429) : null;
};

/** The one answer to whatever was wrong with a sign-in. */
export const signInFailed = (): Refusal => new Refusal('sign-in-failed', {}, 401);

/** Refuses keys: what opens sessions, and sessions themselves, are kept from a session only. */
export const needSession = (acting: Acting): void => {
  if (acting.signIn.kind !== 'session') throw new Refusal('session-needed', {}, 403);
};

/** Gives the acting session a new secret and ends every other session of the person, because what opens them has changed. */
export const renewSession = async (acting: Acting): Promise<void> => {
  const secret = freshSecret();
  await sql`select parties.renew_credentials(${acting.signIn.id}, ${tokenHash(secret)}, ${acting.now})`.execute(
    acting.db,
  );
  const { until } = await acting.db
    .selectFrom('acting.sign_in')
    .select('until')
    .where('id', '=', acting.signIn.id)
    .executeTakeFirstOrThrow();
  const left = Math.max(1, Math.round((until.getTime() - acting.now.getTime()) / 1000));
  acting.afterCommit(() => acting.visit.setCookie(sessionCookie, secret, left));
};
