import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import { record, tokenHash, type Visitor } from '../../../../platform/acting.ts';
import type { Attestation } from '../../contract.ts';
import { passwordWeakness } from '../../rules.ts';
import { keepPasskey } from '../credentials/add-passkey.ts';
import { keepPassword } from '../credentials/set-password.ts';
import { askNewPasskey, checkNewPasskey } from '../sign-in/ceremony.ts';
import { countAttempt, openSession } from '../sign-in/opening.ts';
import { codeAddress, hashPassword, spelled, stepOf } from '../sign-in/proofs.ts';
import type { Vault } from '../sign-in/vault.ts';

/** What an invitation offers, as the database knows it. */
export interface Offer {
  id: string;
  email: string;
  name_ja: string;
  name_en: string;
  body_ja: string;
  body_en: string;
  capacity: string;
  role: string;
  title_ja: string | null;
  title_en: string | null;
  until: Date;
  known: boolean;
}

type Opened = { seat: string; until: string };

/** The invitation that a secret stands for; a refusal when there is none or somebody is guessing. */
export const offered = async (visitor: Visitor, secret: string): Promise<Offer | Refusal> => {
  const tooMany = await countAttempt(visitor, 'invitation', null);
  if (tooMany !== null) return tooMany;
  const { rows } = await sql<Offer>`select * from parties.invitation_by(${tokenHash(secret)}, ${visitor.now})`.execute(
    visitor.db,
  );
  return rows[0] ?? new Refusal('invitation-gone');
};

const offeredToNew = async (visitor: Visitor, secret: string): Promise<Offer | Refusal> => {
  const offer = await offered(visitor, secret);
  return !(offer instanceof Refusal) && offer.known ? new Refusal('sign-in-to-accept') : offer;
};

/** Makes a challenge for an invited person's first passkey. */
export const offerJoining = async (
  visitor: Visitor,
  input: { secret: string },
): Promise<{ options: Record<string, unknown> } | Refusal> => {
  const offer = await offeredToNew(visitor, input.secret);
  if (offer instanceof Refusal) return offer;
  return askNewPasskey(visitor, 'join', { id: offer.id, email: offer.email, name: offer.name_ja, has: [] });
};

const codeSecret = (vault: Vault, invitation: string): Buffer => vault.derive(`joining ${invitation}`, 20);

/** A secret for one-time codes that belongs to an invitation: the same each time it is asked for. */
export const offerJoiningCode =
  (vault: Vault) =>
  async (visitor: Visitor, input: { secret: string }): Promise<{ secret: string; uri: string } | Refusal> => {
    const offer = await offeredToNew(visitor, input.secret);
    if (offer instanceof Refusal) return offer;
    const secret = codeSecret(vault, offer.id);
    return { secret: spelled(secret), uri: codeAddress(secret, offer.email) };
  };

/** Accepts an invitation with a new passkey. */
export const joinByPasskey =
  (vault: Vault) =>
  async (
    visitor: Visitor,
    input: { secret: string; label: string; response: Attestation },
  ): Promise<Opened | Refusal> => {
    const offer = await offeredToNew(visitor, input.secret);
    if (offer instanceof Refusal) return offer;
    const passkey = await checkNewPasskey(visitor, 'join', input.response);
    if (passkey === null) return new Refusal('passkey-refused');
    return enter(
      vault,
      visitor,
      input.secret,
      'joined-by-passkey',
      async (person) => void (await keepPasskey(visitor, person, input.label, passkey)),
    );
  };

/** Accepts an invitation with a password and a first code. */
export const joinByPassword =
  (vault: Vault) =>
  async (visitor: Visitor, input: { secret: string; password: string; code: string }): Promise<Opened | Refusal> => {
    const offer = await offeredToNew(visitor, input.secret);
    if (offer instanceof Refusal) return offer;
    const why = passwordWeakness(input.password, [offer.email, offer.name_ja, offer.name_en]);
    if (why !== null) return new Refusal('password-weak', { why });
    const tooMany = await countAttempt(visitor, 'code', offer.id);
    if (tooMany !== null) return tooMany;
    const secret = codeSecret(vault, offer.id);
    const step = await stepOf(secret, input.code, visitor.now, 0);
    if (step === null) return new Refusal('code-wrong');
    const hash = await hashPassword(vault, input.password);
    return enter(vault, visitor, input.secret, 'joined', async (person) => {
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
  secret: string,
  how: 'joined' | 'joined-by-passkey',
  keep: (person: string) => Promise<void>,
): Promise<Opened> => {
  const { db, now, visit } = visitor;
  const { rows } = await sql<{ id: string; person: string; seat: string }>`
    select * from parties.accept_invitation(${tokenHash(secret)}, ${visit.locale}, ${now})`.execute(db);
  const [taken] = rows;
  const opened =
    taken === undefined ? null : await openSession(visitor, vault, { person: taken.person, how, seat: taken.seat });
  if (taken === undefined || opened === null) throw new Refusal('invitation-gone');
  await keep(taken.person);
  const begun = await sql<{ realm: string }>`select acting.realm() as realm`.execute(db);
  const realm = begun.rows[0]?.realm;
  if (realm === undefined) throw new Refusal('invitation-gone');
  await record(
    db,
    { seat: opened.seat, person: taken.person, realm, at: now },
    { fact: 'invitation.accepted', subject: taken.id },
  );
  return opened;
};
