import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { countAttempt, renewSession } from '../sign-in/opening.ts';
import { codeAddress, freshCodeSecret, spelled, stepOf } from '../sign-in/proofs.ts';
import { knownByEmail } from '../sign-in/sign-in-by-password.ts';
import type { Vault } from '../sign-in/vault.ts';
import { meOf, needRecentSession } from './guard.ts';

/** Makes a new secret for one-time codes. The present one counts until the new one is confirmed. */
export const offerTotp =
  (vault: Vault) =>
  async (acting: Acting): Promise<{ secret: string; uri: string }> => {
    await needRecentSession(acting);
    const me = await meOf(acting);
    const secret = freshCodeSecret();
    const pending = vault.seal(secret, `totp ${acting.person}`);
    const there = await acting.db
      .selectFrom('parties.totp')
      .select('person')
      .where('person', '=', acting.person)
      .executeTakeFirst();
    if (there === undefined)
      await acting.db.insertInto('parties.totp').values({ person: acting.person, pending }).execute();
    else await acting.db.updateTable('parties.totp').set({ pending }).where('person', '=', acting.person).execute();
    return { secret: spelled(secret), uri: codeAddress(secret, me.email) };
  };

/** Lets the new secret count, shown that its codes arrive. */
export const confirmTotp =
  (vault: Vault) =>
  async (acting: Acting, input: { code: string }): Promise<{ confirmedAt: string } | Refusal> => {
    await needRecentSession(acting);
    const tooMany = await countAttempt(acting, 'code', acting.person);
    if (tooMany !== null) return tooMany;
    const known = await knownByEmail(acting, vault, (await meOf(acting)).email);
    const pending = known?.pending ?? null;
    const step =
      pending === null ? null : await stepOf(vault.open(pending, `totp ${acting.person}`), input.code, acting.now, 0);
    if (pending === null || step === null) return new Refusal('code-wrong');
    await acting.db
      .updateTable('parties.totp')
      .set({ secret: pending, pending: null, last_step: step, confirmed_at: acting.now })
      .where('person', '=', acting.person)
      .execute();
    await renewSession(acting);
    await acting.record({ fact: 'credential.changed', subject: acting.person, detail: { kind: 'totp' } });
    return { confirmedAt: acting.now.toISOString() };
  };
