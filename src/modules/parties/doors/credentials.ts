import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { powers } from '../../../kernel/power.ts';
import { id, instant } from '../../../kernel/shapes.ts';
import { attestation, ceremony, code, label, password } from './ceremony.ts';

const one = z.object({ id });
const nothing = z.strictObject({}).optional();
const guarded = ['session-needed', 'sign-in-again'] as const;

/** What a person can prove it with, without any of the proofs themselves. */
export const credentialsView = z.object({
  passkeys: z.array(
    z.object({ id, label: z.string(), backedUp: z.boolean(), createdAt: instant, lastUsed: z.string().nullable() }),
  ),
  password: z.object({ changedAt: instant }).nullable(),
  totp: z.object({ confirmedAt: instant }).nullable(),
});
export type CredentialsView = z.infer<typeof credentialsView>;

/** What a key may do: only read, or use the doors of the named powers. Without it, all that its seat may. */
export const scopes = z.union([z.tuple([z.literal('read')]), z.array(z.enum(powers)).min(1).max(powers.length)]);

/** A key as its owner sees it. The secret is shown once, when it is made. */
export const keyView = z.object({
  id,
  label: z.string(),
  seat: id,
  scopes: z.array(z.string()).nullable(),
  createdAt: instant,
  expiresAt: instant,
  lastUsed: z.string().nullable(),
});
export type KeyView = z.infer<typeof keyView>;

export const credentialDoors = {
  listCredentials: endpoint({
    method: 'GET',
    path: '/api/me/credentials',
    may: 'signed-in',
    says: 'The person’s passkeys, and whether a password and one-time codes are set.',
    output: credentialsView,
  }),
  offerNewPasskey: endpoint({
    method: 'POST',
    path: '/api/me/passkeys/options',
    may: 'signed-in',
    says: 'A challenge for making a new passkey.',
    body: nothing,
    output: ceremony,
    status: 201,
    refusals: guarded,
  }),
  addPasskey: endpoint({
    method: 'POST',
    path: '/api/me/passkeys',
    may: 'signed-in',
    says: 'Adds a passkey; every other session of the person ends.',
    body: z.strictObject({ label, response: attestation }),
    output: z.object({ id }),
    status: 201,
    refusals: [...guarded, 'passkey-refused'],
  }),
  removePasskey: endpoint({
    method: 'DELETE',
    path: '/api/me/passkeys/:id',
    may: 'signed-in',
    says: 'Takes a passkey away; every other session of the person ends.',
    params: one,
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: [...guarded, 'last-credential'],
  }),
  setPassword: endpoint({
    method: 'POST',
    path: '/api/me/password',
    may: 'signed-in',
    says: 'Sets or changes the password; the present one is asked for when there is one. Every other session ends.',
    body: z.strictObject({ current: password.optional(), password }),
    output: z.object({ changedAt: instant }),
    refusals: [...guarded, 'password-wrong', 'password-weak', 'too-many-attempts'],
  }),
  offerTotp: endpoint({
    method: 'POST',
    path: '/api/me/totp',
    may: 'signed-in',
    says: 'A new secret for one-time codes, shown once; it counts from the first code that confirms it.',
    body: nothing,
    output: z.object({ secret: z.string(), uri: z.string() }),
    status: 201,
    answersOnce: true,
    refusals: guarded,
  }),
  confirmTotp: endpoint({
    method: 'POST',
    path: '/api/me/totp/confirmation',
    may: 'signed-in',
    says: 'Confirms the new secret by a first code; every other session ends.',
    body: z.strictObject({ code }),
    output: z.object({ confirmedAt: instant }),
    refusals: [...guarded, 'code-wrong', 'too-many-attempts'],
  }),
  createKey: endpoint({
    method: 'POST',
    path: '/api/keys',
    may: 'signed-in',
    says: 'Makes an API key for the acting person in the acting seat. The secret is in this answer and nowhere else.',
    body: z.strictObject({ label, scopes: scopes.optional(), expiresAt: instant }),
    output: keyView.extend({ key: z.string() }),
    status: 201,
    answersOnce: true,
    refusals: [...guarded, 'key-too-long', 'expiry-past', 'scope-not-held', 'too-many-keys'],
  }),
  listKeys: endpoint({
    method: 'GET',
    path: '/api/keys',
    may: 'signed-in',
    says: 'The person’s keys that still stand, in all seats.',
    output: z.object({ items: z.array(keyView), next: z.null() }),
  }),
  endKey: endpoint({
    method: 'DELETE',
    path: '/api/keys/:id',
    may: 'signed-in',
    says: 'Ends a key at once.',
    params: one,
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['session-needed'],
  }),
  endAllKeys: endpoint({
    method: 'DELETE',
    path: '/api/keys',
    may: 'signed-in',
    says: 'Ends all keys of the person at once.',
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['session-needed'],
  }),
} as const;
