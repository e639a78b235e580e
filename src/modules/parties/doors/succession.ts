import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging } from '../../../kernel/shapes.ts';
import { named } from './accounts.ts';
import { email } from './ceremony.ts';
import { contactHours, phone } from './directory.ts';

const nothing = z.strictObject({}).optional();
const day = z.iso.date();
const one = z.object({ id });

/** A contact point that can pass, or passes, from who leaves to who follows. */
export const passingPoint = z.object({
  id,
  label: z.string(),
  hours: z.enum(contactHours),
  position: z.number().int(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  sms: z.string().nullable(),
});
export type PassingPoint = z.infer<typeof passingPoint>;

/** What becomes of a role's things on a day: what may pass, what passes, what ends, what stays with the seat. */
export const successionPreview = z.object({
  day,
  /** `own`: it is at one's own address. Others can be named by who keeps the body's contact points. */
  points: z.array(passingPoint.extend({ own: z.boolean() })),
  places: z.array(
    z.object({ called: z.string(), weekdays: z.array(z.number().int()), starts: z.string(), ends: z.string() }),
  ),
  exceptions: z.number().int(),
  keys: z.number().int(),
});
export type SuccessionPreview = z.infer<typeof successionPreview>;

/** Who follows: a colleague, or somebody who is still to be invited. */
const successor = z.union([z.strictObject({ person: id }), z.strictObject({ email, name: named })]);

export const successionInput = z.strictObject({
  successor,
  day,
  points: z.array(id).max(60),
  note: line(400).or(z.literal('')).default(''),
});
export type SuccessionInput = z.infer<typeof successionInput>;

/** The successor's own ways, point by point. */
export const acceptanceInput = z.strictObject({
  points: z
    .array(
      z.strictObject({
        id,
        label: line(80),
        phone: phone.nullable(),
        email: z.email().max(200).nullable(),
        sms: phone.nullable(),
      }),
    )
    .max(60),
});
export type AcceptanceInput = z.infer<typeof acceptanceInput>;

export const successionStates = ['proposed', 'invited', 'accepted', 'done', 'revoked', 'lapsed'] as const;
export type SuccessionState = (typeof successionStates)[number];

/** A succession as those concerned see it. */
export const successionView = z.object({
  id,
  seat: id,
  body: bilingual,
  title: bilingual,
  from: bilingual,
  to: bilingual,
  email: z.string(),
  day,
  note: z.string(),
  proposedAt: instant,
  state: z.enum(successionStates),
  /** Whether somebody who keeps accounts has to invite the successor before anything can be taken over. */
  needsInvitation: z.boolean(),
  /** The reader leaves. */
  mine: z.boolean(),
  /** The reader follows. */
  yours: z.boolean(),
  /** Where it passes, as far as the reader may see it; until it is taken over. */
  points: z.array(passingPoint),
});
export type SuccessionView = z.infer<typeof successionView>;

export const successionDoors = {
  previewSuccession: endpoint({
    method: 'GET',
    path: '/api/successions/preview',
    may: 'signed-in',
    says: 'What would pass from the acting person to a successor in the acting seat on a day: contact points, places of the roster; and what would end.',
    query: z.object({ day }),
    output: successionPreview,
    refusals: ['succession-past'],
  }),
  proposeSuccession: endpoint({
    method: 'POST',
    path: '/api/successions',
    may: 'signed-in',
    says: 'Hands one’s role in the acting seat to a successor from a day on, with the contact points that are named. Nothing changes before the successor has taken it over. In a session only.',
    body: successionInput,
    output: z.object({ id }),
    status: 201,
    refusals: ['session-needed', 'succession-past', 'succession-open-already', 'not-a-colleague', 'not-your-own'],
  }),
  listSuccessions: endpoint({
    method: 'GET',
    path: '/api/successions',
    may: 'signed-in',
    says: 'Successions that concern the reader, latest first: one’s own, those of the body for who keeps its contact points, all for the keeper of accounts.',
    query: paging,
    output: page(successionView),
  }),
  inviteSuccessor: endpoint({
    method: 'POST',
    path: '/api/successions/:id/invitation',
    may: 'manage-accounts',
    says: 'Invites the successor who does not hold the seat yet, as a second person. Where mail is set up `secret` is null and the link goes to the invited address alone.',
    params: one,
    body: nothing,
    output: z.object({ id, secret: z.string().nullable(), until: instant }),
    status: 201,
    answersOnce: true,
    refusals: ['succession-gone', 'succession-past', 'succession-needs-another', 'succession-seated', 'not-yourself'],
  }),
  acceptSuccession: endpoint({
    method: 'POST',
    path: '/api/successions/:id/acceptance',
    may: 'signed-in',
    says: 'Takes a role over as its successor, in the seat itself, with one’s own ways for each contact point that passes. It takes effect on the day by itself. In a session only.',
    params: one,
    body: acceptanceInput,
    output: z.object({ id, points: z.number().int(), places: z.number().int() }),
    refusals: [
      'session-needed',
      'succession-gone',
      'succession-past',
      'succession-other-seat',
      'contacts-changed',
      'contact-unreachable',
    ],
  }),
  revokeSuccession: endpoint({
    method: 'DELETE',
    path: '/api/successions/:id',
    may: 'signed-in',
    says: 'Takes back a succession of one’s own that nobody has taken over yet.',
    params: one,
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['succession-gone'],
  }),
} as const;
