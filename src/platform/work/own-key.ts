import type { Db } from '../database.ts';

/** What seals the secret half: the application's vault. */
export interface Sealing {
  seal(plain: Buffer, about: string): Buffer;
  open(sealed: Buffer, about: string): Buffer;
}

/** The house's key of a kind, as the worker; made at the first asking, the same for every process afterwards. */
export const ownKey = async (
  worker: Db,
  kind: 'openpgp' | 'vapid',
  vault: Sealing,
  make: () => Promise<{ secret: string; open: string }>,
  now: Date,
): Promise<{ secret: string; open: string }> => {
  const about = `own key ${kind}`;
  const kept = async () =>
    worker.selectFrom('platform.own_key').select(['open', 'sealed']).where('kind', '=', kind).executeTakeFirst();
  if ((await kept()) === undefined) {
    const made = await make();
    await worker
      .insertInto('platform.own_key')
      .values({ kind, open: made.open, sealed: vault.seal(Buffer.from(made.secret), about), made_at: now })
      .onConflict((on) => on.column('kind').doNothing())
      .execute();
  }
  const row = await kept();
  if (row === undefined) throw new Error('the own key was not kept');
  return { open: row.open, secret: vault.open(row.sealed, about).toString() };
};
