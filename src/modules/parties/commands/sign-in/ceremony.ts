import { randomBytes } from 'node:crypto';
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Visitor } from '../../../../platform/acting.ts';
import type { Assertion, Attestation } from '../../contract.ts';
import { relyingParty } from '../../rules.ts';

/** What a challenge was made for; one made for one thing answers no other. */
export type Purpose = 'sign-in' | 'add' | 'join' | 'recover';

type Options = { options: Record<string, unknown> };

const challengeFor = async (visitor: Visitor, purpose: Purpose): Promise<Uint8Array<ArrayBuffer>> => {
  const challenge = new Uint8Array(randomBytes(32));
  await sql`select parties.new_challenge(${Buffer.from(challenge).toString('base64url')}, ${purpose}, ${visitor.now})`.execute(
    visitor.db,
  );
  return challenge;
};

const take =
  (visitor: Visitor, purpose: Purpose) =>
  async (challenge: string): Promise<boolean> => {
    const { rows } = await sql<{
      taken: boolean;
    }>`select parties.take_challenge(${challenge}, ${purpose}, ${visitor.now}) as taken`.execute(visitor.db);
    return rows[0]?.taken ?? false;
  };

/** Asks any passkey of this party to sign in; names no account. */
export const askPasskey = async (visitor: Visitor): Promise<Options> => {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(visitor.visit.origin).id,
    challenge: await challengeFor(visitor, 'sign-in'),
    userVerification: 'required',
    timeout: 300_000,
  });
  return { options: { ...options } };
};

/** Asks for a new passkey that knows its person by itself and verifies them. */
export const askNewPasskey = async (
  visitor: Visitor,
  purpose: Purpose,
  whose: { id: string; email: string; name: string; has: readonly string[] },
): Promise<Options> => {
  const options = await generateRegistrationOptions({
    rpName: 'Noroshi',
    rpID: relyingParty(visitor.visit.origin).id,
    userName: whose.email,
    userDisplayName: whose.name,
    userID: new Uint8Array(Buffer.from(whose.id.replaceAll('-', ''), 'hex')),
    challenge: await challengeFor(visitor, purpose),
    attestationType: 'none',
    excludeCredentials: whose.has.map((id) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    timeout: 300_000,
  });
  return { options: { ...options } };
};

/** A passkey as it is kept. */
export interface NewPasskey {
  readonly credential: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
  readonly backedUp: boolean;
}

/** Checks a new passkey; null for anything that is not exactly right. The challenge is spent either way. */
export const checkNewPasskey = async (
  visitor: Visitor,
  purpose: Purpose,
  response: Attestation,
): Promise<NewPasskey | null> => {
  const party = relyingParty(visitor.visit.origin);
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: take(visitor, purpose),
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { credential, credentialBackedUp } = registrationInfo;
    return {
      credential: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      counter: credential.counter,
      transports: response.response.transports ?? [],
      backedUp: credentialBackedUp,
    };
  } catch (error) {
    return notOurs(error);
  }
};

/** Checks a passkey's answer against what is stored of it; its new counter, or null. The challenge is spent either way. */
export const checkPasskey = async (
  visitor: Visitor,
  response: Assertion,
  stored: { public_key: Buffer; counter: number; transports: string[] } | undefined,
): Promise<number | null> => {
  const party = relyingParty(visitor.visit.origin);
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: take(visitor, 'sign-in'),
      expectedOrigin: party.origins,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: {
        id: response.id,
        publicKey: new Uint8Array(stored?.public_key ?? Buffer.alloc(0)),
        counter: stored?.counter ?? 0,
      },
    });
    return verified && stored !== undefined ? authenticationInfo.newCounter : null;
  } catch (error) {
    return notOurs(error);
  }
};

// The library says no by throwing. What the database says no to is another matter and goes on.
const notOurs = (error: unknown): null => {
  if (typeof (error as { code?: unknown }).code === 'string' && /^[0-9A-Z]{5}$/u.test((error as { code: string }).code))
    throw error;
  return null;
};
