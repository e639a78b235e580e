import type { Acting } from '../../../platform/acting.ts';
import type { CredentialsView, KeyView } from '../contract.ts';

/** What the acting person can prove it with. */
export const credentials = async (acting: Acting): Promise<CredentialsView> => {
  const { db, person } = acting;
  const passkeys = await db
    .selectFrom('parties.passkey')
    .select(['id', 'label', 'backed_up', 'created_at', 'last_used'])
    .where('person', '=', person)
    .orderBy('created_at')
    .execute();
  const password = await db
    .selectFrom('parties.password')
    .select('changed_at')
    .where('person', '=', person)
    .executeTakeFirst();
  const totp = await db
    .selectFrom('parties.totp')
    .select('confirmed_at')
    .where('person', '=', person)
    .executeTakeFirst();
  const confirmedAt = totp?.confirmed_at?.toISOString();
  return {
    passkeys: passkeys.map((it) => ({
      id: it.id,
      label: it.label,
      backedUp: it.backed_up,
      createdAt: it.created_at.toISOString(),
      lastUsed: it.last_used,
    })),
    password: password === undefined ? null : { changedAt: password.changed_at.toISOString() },
    totp: confirmedAt === undefined ? null : { confirmedAt },
  };
};

/** The acting person's keys that still stand, latest first. */
export const keys = async (acting: Acting): Promise<{ items: KeyView[]; next: null }> => {
  const rows = await acting.db
    .selectFrom('acting.sign_in')
    .select(['id', 'label', 'seat', 'scopes', 'created_at', 'until', 'last_used'])
    .where('kind', '=', 'key')
    .where('person', '=', acting.person)
    .where('until', '>', acting.now)
    .orderBy('created_at', 'desc')
    .execute();
  return {
    items: rows.map((it) => ({
      id: it.id,
      label: it.label ?? '',
      seat: it.seat,
      scopes: it.scopes,
      createdAt: it.created_at.toISOString(),
      expiresAt: it.until.toISOString(),
      lastUsed: it.last_used,
    })),
    next: null,
  };
};
