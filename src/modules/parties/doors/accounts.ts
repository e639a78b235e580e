import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging } from '../../../kernel/shapes.ts';
import { attestation, ceremony, code, email, label, password } from './ceremony.ts';
import { signedIn } from './session.ts';

const nothing = z.strictObject({}).optional();
const secret = z
  .string()
  .min(16)
  .max(100)
  .regex(/^[\w-]+$/u);
const day = z.iso.date();

/** Words in both languages as they are entered. */
export const named = z.strictObject({ ja: line(120), en: line(160) });

const domain = z
  .string()
  .max(100)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u);

/** A body that takes part as an operator. `ceptoars` are keys of circles, e.g. `ceptoar.power`. */
export const operatorInput = z.strictObject({
  name: named,
  kana: line(160),
  alias: z.array(line(80)).max(20).default([]),
  domains: z.array(domain).max(20).default([]),
  place: line(80).optional(),
  sectors: z.array(z.string().max(60)).min(1).max(13),
  ceptoars: z.array(z.string().max(60)).max(18).default([]),
});
export type OperatorInput = z.infer<typeof operatorInput>;

/** What became of a letter; `why` is a code such as `smtp-550`, null while it waits or once it is sent. */
export const letterView = z.object({
  state: z.enum(['waiting', 'sent', 'failed']),
  sentAt: instant.nullable(),
  why: z.string().nullable(),
});

/** An invitation as the keeper of accounts sees it; `letter` is null where its link was shown on the screen. */
export const invitationView = z.object({
  id,
  email: z.string(),
  name: bilingual,
  body: z.object({ id, name: bilingual }),
  seat: id,
  capacity: z.string(),
  role: z.string(),
  invitedAt: instant,
  until: instant,
  state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  letter: letterView.nullable(),
});
export type InvitationView = z.infer<typeof invitationView>;

/** What whoever holds an invitation's secret is invited to. */
export const invitationOffer = z.object({
  email: z.string(),
  name: bilingual,
  body: bilingual,
  capacity: z.string(),
  role: z.string(),
  title: bilingual,
  until: instant,
  known: z.boolean(),
});

/** A person with the seats they hold, as colleagues and the keeper of accounts see them. */
export const personView = z.object({
  id,
  name: bilingual,
  email: z.string(),
  seats: z.array(
    z.object({ seat: id, body: z.object({ id, name: bilingual }), capacity: z.string(), role: z.string(), from: day }),
  ),
});
export type PersonView = z.infer<typeof personView>;

const stale = ['invitation-gone', 'sign-in-to-accept', 'seat-held-already', 'too-many-attempts'] as const;

export const accountDoors = {
  enrolBody: endpoint({
    method: 'POST',
    path: '/api/bodies',
    may: 'manage-accounts',
    says: 'Enrols an operator with its seat, sectors and CEPTOARs; its ministry and secretariats stand above it from today.',
    body: operatorInput,
    output: z.object({ id, seat: id }),
    status: 201,
    refusals: ['sector-unknown', 'ceptoar-unknown', 'ceptoar-outside-sector', 'body-there-already'],
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/invitations',
    may: 'manage-accounts',
    says: 'Invites a person into a seat. Where mail is set up the link goes to the invited address alone and `secret` is null; else the secret is in this answer and nowhere else. It stands for seven days.',
    body: z.strictObject({ email, name: named, seat: id, role: z.string().max(60) }),
    output: z.object({ id, secret: z.string().nullable(), until: instant }),
    status: 201,
    answersOnce: true,
    refusals: ['not-yourself', 'role-unknown'],
  }),
  listInvitations: endpoint({
    method: 'GET',
    path: '/api/invitations',
    may: 'manage-accounts',
    says: 'Invitations, latest first.',
    query: paging,
    output: page(invitationView),
  }),
  revokeInvitation: endpoint({
    method: 'DELETE',
    path: '/api/invitations/:id',
    may: 'manage-accounts',
    says: 'Takes an open invitation back.',
    params: z.object({ id }),
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['invitation-gone'],
  }),
  listPeople: endpoint({
    method: 'GET',
    path: '/api/people',
    may: 'signed-in',
    says: 'People with their seats: those of one’s own body, all for the keeper of accounts.',
    query: paging.extend({ q: z.string().max(100).optional(), body: id.optional() }),
    output: page(personView),
  }),
  endHolder: endpoint({
    method: 'DELETE',
    path: '/api/seats/:seat/holders/:person',
    may: 'manage-accounts',
    says: 'Ends a person’s hold of a seat; sessions and keys in that seat end with it.',
    params: z.object({ seat: id, person: id }),
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['not-yourself'],
  }),
  showInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/offer',
    may: 'anyone',
    says: 'What an invitation offers, to whoever holds its secret.',
    body: z.strictObject({ secret }),
    output: invitationOffer,
    refusals: ['invitation-gone', 'too-many-attempts'],
  }),
  offerJoining: endpoint({
    method: 'POST',
    path: '/api/invitations/passkey/options',
    may: 'anyone',
    says: 'A challenge for the first passkey of an invited person.',
    body: z.strictObject({ secret }),
    output: ceremony,
    status: 201,
    refusals: stale,
  }),
  joinByPasskey: endpoint({
    method: 'POST',
    path: '/api/invitations/passkey',
    may: 'anyone',
    says: 'Accepts an invitation with a new passkey and signs in.',
    body: z.strictObject({ secret, label, response: attestation }),
    output: signedIn,
    status: 201,
    refusals: [...stale, 'passkey-refused'],
  }),
  offerJoiningCode: endpoint({
    method: 'POST',
    path: '/api/invitations/totp',
    may: 'anyone',
    says: 'A secret for one-time codes for an invited person who has no passkey.',
    body: z.strictObject({ secret }),
    output: z.object({ secret: z.string(), uri: z.string() }),
    status: 201,
    refusals: stale,
  }),
  joinByPassword: endpoint({
    method: 'POST',
    path: '/api/invitations/password',
    may: 'anyone',
    says: 'Accepts an invitation with a password and a first one-time code, and signs in.',
    body: z.strictObject({ secret, password, code }),
    output: signedIn,
    status: 201,
    refusals: [...stale, 'password-weak', 'code-wrong'],
  }),
  acceptSeat: endpoint({
    method: 'POST',
    path: '/api/me/invitations',
    may: 'signed-in',
    says: 'Takes a further seat by an invitation to the address of the person who is signed in.',
    body: z.strictObject({ secret }),
    output: z.object({ seat: id }),
    status: 201,
    refusals: ['session-needed', 'invitation-gone', 'invitation-for-another', 'seat-held-already', 'not-yourself'],
  }),
} as const;
