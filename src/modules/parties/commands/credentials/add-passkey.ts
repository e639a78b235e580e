import { randomUUID } from 'node:crypto';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { Attestation } from '../../contract.ts';
import { askNewPasskey, checkNewPasskey, type NewPasskey } from '../sign-in/ceremony.ts';
import { renewSession } from '../sign-in/opening.ts';
import { meOf, needRecentSession } from './guard.ts';

/** Makes a challenge for a new passkey of the acting person; authenticators that hold one already are told so. */
export const offerNewPasskey = async (acting: Acting): Promise<{ options: Record<string, unknown> }> => {
  await needRecentSession(acting);
  const me = await meOf(acting);
  const has = await acting.db
    .selectFrom('parties.passkey')
    .select('credential')
    .where('person', '=', acting.person)
    .execute();
  return askNewPasskey(acting, 'add', {
    id: me.id,
    email: me.email,
    name: me.name_ja,
    has: has.map((it) => it.credential),
  });
};

/** Adds a passkey to the acting person. */
export const addPasskey = async (
  acting: Acting,
  input: { label: string; response: Attestation },
): Promise<{ id: string } | Refusal> => {
  await needRecentSession(acting);
  const passkey = await checkNewPasskey(acting, 'add', input.response);
  if (passkey === null) return new Refusal('passkey-refused');
  const id = await keepPasskey(acting, acting.person, input.label, passkey);
  await renewSession(acting);
  await acting.record({ fact: 'credential.added', subject: acting.person, detail: { kind: 'passkey' } });
  return { id };
};

/** Stores a checked passkey for the person who acts in this transaction. */
export const keepPasskey = async (
  { db, now }: Pick<Acting, 'db' | 'now'>,
  person: string,
  label: string,
  passkey: NewPasskey,
): Promise<string> => {
  const id = randomUUID();
  await db
    .insertInto('parties.passkey')
    .values({
      id,
      person,
      label,
      credential: passkey.credential,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      backed_up: passkey.backedUp,
      created_at: now,
    })
    .execute();
  return id;
};
