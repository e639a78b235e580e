import { sql } from 'kysely';
import type { Refusal } from '../../../../kernel/refusal.ts';
import type { Visitor } from '../../../../platform/acting.ts';
import type { Assertion } from '../../contract.ts';
import { askPasskey, checkPasskey } from './ceremony.ts';
import { countAttempt, openSession, signInFailed } from './opening.ts';
import type { Vault } from './vault.ts';

interface Stored {
  id: string;
  person: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
}

/** Makes a challenge for signing in with a passkey. */
export const offerPasskey = async (visitor: Visitor): Promise<{ options: Record<string, unknown> } | Refusal> =>
  (await countAttempt(visitor, 'challenge', null)) ?? askPasskey(visitor);

/** Signs in with a passkey alone: it has verified its user. */
export const signInByPasskey =
  (vault: Vault) =>
  async (visitor: Visitor, input: { response: Assertion }): Promise<{ seat: string; until: string } | Refusal> => {
    const { id } = input.response;
    const tooMany = await countAttempt(visitor, 'passkey', null);
    if (tooMany !== null) return tooMany;
    const { rows } =
      await sql<Stored>`select * from parties.known_by_passkey(${id}, ${vault.proof('passkey', id)})`.execute(
        visitor.db,
      );
    const counter = await checkPasskey(visitor, input.response, rows[0]);
    if (counter === null || rows[0] === undefined) return signInFailed();
    const opened = await openSession(visitor, vault, {
      person: rows[0].person,
      how: 'passkey',
      passkey: { id: rows[0].id, counter },
    });
    return opened ?? signInFailed();
  };
