import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging } from '../../../kernel/shapes.ts';
import { letterView } from './accounts.ts';
import { attestation, ceremony, code, label, password } from './ceremony.ts';
import { signedIn } from './session.ts';

const nothing = z.strictObject({}).optional();
const secret = z
  .string()
  .min(16)
  .max(100)
  .regex(/^[\w-]+$/u);
/** The half that is said: eight letters and digits, however they are parted. */
const word = z.string().min(8).max(20);
const halves = { secret, word };

/** A recovery as the keeper of accounts and whoever may confirm it see it: neither of its halves, ever. */
export const recoveryView = z.object({
  id,
  person: z.object({ id, name: bilingual }),
  state: z.enum(['open', 'confirmed', 'used', 'revoked', 'expired']),
  reason: z.string(),
  openedAt: instant,
  /** Null where the reader may not know who keeps accounts. */
  openedBy: bilingual.nullable(),
  until: instant,
  confirmedAt: instant.nullable(),
  confirmedBy: bilingual.nullable(),
  checked: z.string().nullable(),
  usedAt: instant.nullable(),
  /** Whether the reader opened it, and so cannot confirm it. */
  mine: z.boolean(),
  letter: letterView.nullable(),
});
export type RecoveryView = z.infer<typeof recoveryView>;

const stale = ['recovery-gone', 'recovery-not-confirmed', 'too-many-attempts'] as const;

export const recoveryDoors = {
  openRecovery: endpoint({
    method: 'POST',
    path: '/api/recoveries',
    may: 'manage-accounts',
    says: 'Opens a recovery for another person who has lost every way in. Useless before a second person confirms it; stands for a day. Where mail is set up the link goes to the person alone after that and `secret` is null.',
    body: z.strictObject({ person: id, reason: line(400) }),
    output: z.object({ id, secret: z.string().nullable(), until: instant }),
    status: 201,
    answersOnce: true,
    refusals: ['session-needed', 'sign-in-again', 'not-yourself', 'recovery-open-already'],
  }),
  listRecoveries: endpoint({
    method: 'GET',
    path: '/api/recoveries',
    may: 'confirm-recovery',
    says: 'Recoveries, latest first: those of one’s own body, all for the keeper of accounts.',
    query: paging,
    output: page(recoveryView),
  }),
  confirmRecovery: endpoint({
    method: 'POST',
    path: '/api/recoveries/:id/confirmation',
    may: 'confirm-recovery',
    says: 'Confirms, as a second person, who asks for a recovery and how that was checked. The word to be said to them is in this answer and nowhere else.',
    params: z.object({ id }),
    body: z.strictObject({ checked: line(400) }),
    output: z.object({ word: z.string() }),
    status: 201,
    answersOnce: true,
    refusals: [
      'session-needed',
      'sign-in-again',
      'not-yourself',
      'recovery-needs-another',
      'recovery-gone',
      'recovery-confirmed-already',
    ],
  }),
  revokeRecovery: endpoint({
    method: 'DELETE',
    path: '/api/recoveries/:id',
    may: 'signed-in',
    says: 'Takes a recovery back: as the keeper of accounts, or as the person concerned.',
    params: z.object({ id }),
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['session-needed', 'recovery-gone'],
  }),
  showRecovery: endpoint({
    method: 'POST',
    path: '/api/recoveries/offer',
    may: 'anyone',
    says: 'For whom a recovery is, to whoever holds its link.',
    body: z.strictObject({ secret }),
    output: z.object({ email: z.string(), name: bilingual, until: instant }),
    refusals: stale,
  }),
  offerRecovering: endpoint({
    method: 'POST',
    path: '/api/recoveries/passkey/options',
    may: 'anyone',
    says: 'A challenge for the new passkey of a person who recovers.',
    body: z.strictObject({ secret }),
    output: ceremony,
    status: 201,
    refusals: stale,
  }),
  recoverByPasskey: endpoint({
    method: 'POST',
    path: '/api/recoveries/passkey',
    may: 'anyone',
    says: 'Recovers with link, word and a new passkey; every earlier way in, session and key ends.',
    body: z.strictObject({ ...halves, label, response: attestation }),
    output: signedIn,
    status: 201,
    refusals: [...stale, 'passkey-refused', 'word-wrong'],
  }),
  offerRecoveringCode: endpoint({
    method: 'POST',
    path: '/api/recoveries/totp',
    may: 'anyone',
    says: 'A secret for one-time codes for a person who recovers without a passkey.',
    body: z.strictObject({ secret }),
    output: z.object({ secret: z.string(), uri: z.string() }),
    status: 201,
    refusals: stale,
  }),
  recoverByPassword: endpoint({
    method: 'POST',
    path: '/api/recoveries/password',
    may: 'anyone',
    says: 'Recovers with link, word, a new password and a first one-time code; every earlier way in, session and key ends.',
    body: z.strictObject({ ...halves, password, code }),
    output: signedIn,
    status: 201,
    refusals: [...stale, 'password-weak', 'code-wrong', 'word-wrong'],
  }),
} as const;
