import { sql } from 'kysely';
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { Visitor } from '../../../../platform/acting.ts';
import { countAttempt, openSession, signInFailed } from './opening.ts';
import { isPassword, stepOf } from './proofs.ts';
import type { Vault } from './vault.ts';

/** What the database knows about an address, for checking proofs. */
export interface Known {
  person: string;
  hash: string | null;
  secret: Buffer | null;
  pending: Buffer | null;
  last_step: number;
}

/** Looks an address up for checking proofs; undefined when nobody has it. */
export const knownByEmail = async (visitor: Visitor, vault: Vault, email: string): Promise<Known | undefined> => {
  const { rows } =
    await sql<Known>`select * from parties.known_by_email(${email}, ${vault.proof('email', email)})`.execute(
      visitor.db,
    );
  return rows[0];
};

/** Signs in with password and one-time code; whatever is wrong, the answer and the time it takes are the same. */
export const signInByPassword =
  (vault: Vault) =>
  async (
    visitor: Visitor,
    input: { email: string; password: string; code: string },
  ): Promise<{ seat: string; until: string } | Refusal> => {
    const tooMany = await countAttempt(visitor, 'sign-in', input.email);
    if (tooMany !== null) return tooMany;
    const known = await knownByEmail(visitor, vault, input.email);
    const right = await isPassword(vault, input.password, known?.hash ?? null);
    const secret = known?.secret
      ? vault.open(known.secret, `totp ${known.person}`)
      : vault.derive(`nobody ${input.email}`, 20);
    const step = await stepOf(secret, input.code, visitor.now, known?.last_step ?? 0);
    if (known === undefined || known.secret === null || !right || step === null) return signInFailed();
    return (await openSession(visitor, vault, { person: known.person, how: 'password', step })) ?? signInFailed();
  };
