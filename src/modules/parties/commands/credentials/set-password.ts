import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { passwordWeakness } from '../../rules.ts';
import { countAttempt, renewSession } from '../sign-in/opening.ts';
import { hashPassword, isPassword } from '../sign-in/proofs.ts';
import { knownByEmail } from '../sign-in/sign-in-by-password.ts';
import type { Vault } from '../sign-in/vault.ts';
import { meOf, needRecentSession } from './guard.ts';

/** Sets or changes the acting person's password. Nobody can do so for another. */
export const setPassword =
  (vault: Vault) =>
  async (
    acting: Acting,
    input: { current?: string | undefined; password: string },
  ): Promise<{ changedAt: string } | Refusal> => {
    await needRecentSession(acting);
    const me = await meOf(acting);
    const known = await knownByEmail(acting, vault, me.email);
    const hash = known?.hash ?? null;
    if (hash !== null) {
      const tooMany = await countAttempt(acting, 'password', me.email);
      if (tooMany !== null) return tooMany;
      if (!(await isPassword(vault, input.current ?? '', hash))) return new Refusal('password-wrong');
    }
    const why = passwordWeakness(input.password, [me.email, me.name_ja, me.name_en]);
    if (why !== null) throw new Refusal('password-weak', { why });
    await keepPassword(acting, acting.person, await hashPassword(vault, input.password), hash !== null);
    await renewSession(acting);
    await acting.record({ fact: 'credential.changed', subject: acting.person, detail: { kind: 'password' } });
    return { changedAt: acting.now.toISOString() };
  };

/** Stores the hash of a password for the person who acts in this transaction. */
export const keepPassword = async (
  { db, now }: Pick<Acting, 'db' | 'now'>,
  person: string,
  hash: string,
  replaces: boolean,
): Promise<void> => {
  if (replaces)
    await db.updateTable('parties.password').set({ hash, changed_at: now }).where('person', '=', person).execute();
  else await db.insertInto('parties.password').values({ person, hash, changed_at: now }).execute();
};
