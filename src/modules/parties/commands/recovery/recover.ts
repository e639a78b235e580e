import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import { record, tokenHash, type Visitor } from '../../../../platform/acting.ts';
import type { Attestation } from '../../contract.ts';
import { passwordWeakness } from '../../rules.ts';
import { keepPasskey } from '../credentials/add-passkey.ts';
import { keepPassword } from '../credentials/set-password.ts';
import { byLetter } from '../letters/office.ts';
import { askNewPasskey, checkNewPasskey } from '../sign-in/ceremony.ts';
import { countAttempt, openSession } from '../sign-in/opening.ts';
import { codeAddress, hashPassword, spelled, stepOf } from '../sign-in/proofs.ts';
import type { Vault } from '../sign-in/vault.ts';
import { wordHash } from './word.ts';

/** What a recovery's link opens, as the database knows it. */
interface Standing {
  readonly id: string;
  readonly email: string;
  readonly name_ja: string;
  readonly name_en: string;
  readonly until: Date;
  readonly confirmed: boolean;
}

type Opened = { seat: string; until: string };

/** The recovery that a link stands for; a refusal when there is none, when nobody has confirmed it or somebody is guessing. */
export const recoveryOffer = async (visitor: Visitor, secret: string): Promise<Standing | Refusal> => {
  const tooMany = await countAttempt(visitor, 'recovery', null);
  if (tooMany !== null) return tooMany;
  const { rows } = await sql<Standing>`select * from parties.recovery_by(${tokenHash(secret)}, ${visitor.now})`.execute(
    visitor.db,
  );
  const [it] = rows;
  if (it === undefined) return new Refusal('recovery-gone');
  return it.confirmed ? it : new Refusal('recovery-not-confirmed');
};

/** Makes a challenge for the new passkey of a person who recovers. */
export const offerRecovering = async (
  visitor: Visitor,
  input: { secret: string },
): Promise<{ options: Record<string, unknown> } | Refusal> => {
  const it = await recoveryOffer(visitor, input.secret);
  if (it instanceof Refusal) return it;
  return askNewPasskey(visitor, 'recover', { id: it.id, email: it.email, name: it.name_ja, has: [] });
};

const codeSecret = (vault: Vault, recovery: string): Buffer => vault.derive(`recovering ${recovery}`, 20);

/** A secret for one-time codes that belongs to a recovery: the same each time it is asked for. */
export const offerRecoveringCode =
  (vault: Vault) =>
  async (visitor: Visitor, input: { secret: string }): Promise<{ secret: string; uri: string } | Refusal> => {
    const it = await recoveryOffer(visitor, input.secret);
    if (it instanceof Refusal) return it;
    const secret = codeSecret(vault, it.id);
    return { secret: spelled(secret), uri: codeAddress(secret, it.email) };
  };

/** Recovers with both halves and a new passkey. The session that opens is not strong; the next, by that passkey, is. */
export const recoverByPasskey =
  (vault: Vault) =>
  async (
    visitor: Visitor,
    input: { secret: string; word: string; label: string; response: Attestation },
  ): Promise<Opened | Refusal> => {
    const it = await recoveryOffer(visitor, input.secret);
    if (it instanceof Refusal) return it;
    const passkey = await checkNewPasskey(visitor, 'recover', input.response);
    if (passkey === null) return new Refusal('passkey-refused');
    return enter(vault, visitor, it, input, async (person) => {
      await keepPasskey(visitor, person, input.label, passkey);
    });
  };

/** Recovers with both halves, a new password and a first code. */
export const recoverByPassword =
  (vault: Vault) =>
  async (
    visitor: Visitor,
    input: { secret: string; word: string; password: string; code: string },
  ): Promise<Opened | Refusal> => {
    const it = await recoveryOffer(visitor, input.secret);
    if (it instanceof Refusal) return it;
    const why = passwordWeakness(input.password, [it.email, it.name_ja, it.name_en]);
    if (why !== null) return new Refusal('password-weak', { why });
    const tooMany = await countAttempt(visitor, 'code', it.id);
    if (tooMany !== null) return tooMany;
    const secret = codeSecret(vault, it.id);
    const step = await stepOf(secret, input.code, visitor.now, 0);
    if (step === null) return new Refusal('code-wrong');
    const hash = await hashPassword(vault, input.password);
    return enter(vault, visitor, it, input, async (person) => {
      await keepPassword(visitor, person, hash, false);
      const sealed = vault.seal(secret, `totp ${person}`);
      await visitor.db
        .insertInto('parties.totp')
        .values({ person, secret: sealed, last_step: step, confirmed_at: visitor.now })
        .execute();
    });
  };

const enter = async (
  vault: Vault,
  visitor: Visitor,
  it: Standing,
  halves: { secret: string; word: string },
  keep: (person: string) => Promise<void>,
): Promise<Opened | Refusal> => {
  const { db, now } = visitor;
  const { rows } = await sql<{ id: string; person: string | null }>`
    select * from parties.use_recovery(${tokenHash(halves.secret)}, ${wordHash(vault, it.id, halves.word)}, ${byLetter()}, ${now})`.execute(
    db,
  );
  const [used] = rows;
  if (used === undefined) return new Refusal('recovery-gone');
  if (used.person === null) return new Refusal('word-wrong');
  const opened = await openSession(visitor, vault, { person: used.person, how: 'recovered' });
  const begun = await sql<{ realm: string }>`select acting.realm() as realm`.execute(db);
  const realm = begun.rows[0]?.realm;
  if (opened === null || realm === undefined) throw new Refusal('recovery-gone');
  await keep(used.person);
  await record(
    db,
    { seat: opened.seat, person: used.person, realm, at: now },
    { fact: 'recovery.used', subject: used.id },
  );
  return opened;
};
