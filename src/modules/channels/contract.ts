import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { handling } from '../../kernel/marking.ts';
import { inquiryDoors, inquiryFacts } from './doors/inquiries.ts';
import { supportDoors, supportFacts } from './doors/supports.ts';
import { viewDoors, viewFacts } from './doors/views.ts';
import { bilingual, id, instant, line, page, paging, prose } from '../../kernel/shapes.ts';

export type { InquiryListed, InquiryMessage, InquiryShown, PartyState } from './doors/inquiries.ts';
export type { SupportListed, SupportShown, SupportState } from './doors/supports.ts';
export type { ViewAct, ViewListed, ViewShown, ViewState } from './doors/views.ts';

const capacity = z.string();

/** A space as one who takes part, or is a guest, sees it in a list. */
export const spaceListed = z.object({
  id,
  kind: z.string(),
  basis: z.enum(['circle', 'pair', 'group']),
  title: z.string(),
  kindTitle: bilingual,
  threads: z.number().int(),
  unread: z.number().int(),
  /** Until when the reader is a guest; null for one who takes part. */
  guestUntil: instant.nullable(),
});
export type SpaceListed = z.infer<typeof spaceListed>;

/** Who reads it at this minute: those the reader may know by name, and how many more. */
export const audience = z.object({
  bodies: z.number().int(),
  named: z.array(z.object({ seat: id, name: z.string(), capacity, guestUntil: instant.nullable(), mine: z.boolean() })),
  others: z.number().int(),
});
export type Audience = z.infer<typeof audience>;

const guest = z.object({
  id,
  name: z.string(),
  capacity,
  thread: z.object({ id, title: z.string() }).nullable(),
  starts: instant,
  ends: instant,
  past: z.boolean(),
});

export const spaceView = spaceListed.extend({
  says: bilingual,
  /** Capacities that are in it only as guests. */
  byInvitation: z.array(capacity),
  audience,
  guests: z.array(guest),
  may: z.object({ open: z.boolean(), invite: z.boolean() }),
});
export type SpaceView = z.infer<typeof spaceView>;

export const threadListed = z.object({
  id,
  space: z.object({ id, kind: z.string(), title: z.string() }),
  title: z.string(),
  aside: z.boolean(),
  handling,
  lastAt: instant,
  lastFrom: z.string(),
  messages: z.number().int(),
  unread: z.number().int(),
  guestUntil: instant.nullable(),
});
export type ThreadListed = z.infer<typeof threadListed>;

export const messageView = z.object({
  id,
  from: z.object({ body: z.string(), person: z.string() }),
  mine: z.boolean(),
  handling,
  at: instant,
  /** Null when it was taken back: nobody can read it any more. */
  text: z.string().nullable(),
  withdrawnAt: instant.nullable(),
  /** The earlier message of the same author that this one corrects; and whether a later one corrects it. */
  corrects: id.nullable(),
  correctedBy: id.nullable(),
  /** For the author alone. */
  readBy: z.object({ read: z.number().int(), of: z.number().int() }).nullable(),
});
export type MessageView = z.infer<typeof messageView>;

export const threadView = z.object({
  id,
  title: z.string(),
  aside: z.boolean(),
  space: z.object({ id, kind: z.string(), title: z.string() }),
  /** The strictest mark of the messages that the reader sees. */
  handling,
  openedAt: instant,
  guestUntil: instant.nullable(),
  messages: z.array(messageView),
  /** Where earlier messages go on; null at the beginning. */
  earlier: z.string().nullable(),
  audience,
  byInvitation: z.array(capacity),
  guests: z.array(guest),
  may: z.object({ write: z.boolean(), invite: z.boolean() }),
});
export type ThreadView = z.infer<typeof threadView>;

const said = z.object({ id, at: instant });
const text = prose(10_000).refine((s) => s !== '', { params: { code: 'text-empty' } });
const spaceParams = z.object({ id });

export const channelsDoors = {
  listSpaces: endpoint({
    method: 'GET',
    path: '/api/spaces',
    may: 'take-part',
    says: 'The spaces of which the acting seat is a part or in which it is a guest, by kind and name.',
    query: paging.extend({ kind: z.string().max(60).optional(), q: z.string().max(100).optional() }),
    output: page(spaceListed),
  }),
  listKinds: endpoint({
    method: 'GET',
    path: '/api/spaces/kinds',
    may: 'take-part',
    says: 'The kinds of space that the acting seat may open itself, and whom each takes.',
    output: z.object({
      items: z.array(z.object({ key: z.string(), title: bilingual, says: bilingual, capacities: z.array(capacity) })),
    }),
  }),
  openSpace: endpoint({
    method: 'POST',
    path: '/api/spaces',
    may: 'take-part',
    says: 'Opens a space with chosen seats; who takes part does not change afterwards.',
    body: z.strictObject({ kind: z.string().max(60), title: line(100), seats: z.array(id).min(1).max(100) }),
    output: z.object({ id }),
    status: 201,
    refusals: ['kind-not-yours', 'participants-outside'],
  }),
  showSpace: endpoint({
    method: 'GET',
    path: '/api/spaces/:id',
    may: 'take-part',
    says: 'A space: who takes part, who is a guest until when, and what one may do in it.',
    params: spaceParams,
    output: spaceView,
  }),
  listThreads: endpoint({
    method: 'GET',
    path: '/api/threads',
    may: 'take-part',
    says: 'Threads that the acting seat may read, the one last spoken in first; never one held aside without it.',
    query: paging.extend({ space: id.optional(), unread: z.stringbool().optional() }),
    output: page(threadListed),
  }),
  unread: endpoint({
    method: 'GET',
    path: '/api/threads/unread',
    may: 'take-part',
    says: 'How many threads hold something that the acting person has not read in this seat.',
    output: z.object({ threads: z.number().int() }),
  }),
  openThread: endpoint({
    method: 'POST',
    path: '/api/spaces/:id/threads',
    may: 'take-part',
    says: 'Begins a thread in a space: for everybody in it, or aside with the seats named and nobody else.',
    params: spaceParams,
    body: z.strictObject({ title: line(160), text, handling, aside: z.array(id).min(1).max(100).optional() }),
    output: said,
    status: 201,
    refusals: ['participants-outside'],
  }),
  showThread: endpoint({
    method: 'GET',
    path: '/api/threads/:id',
    may: 'take-part',
    says: 'A thread as far as the reader may hear it, latest messages last; reading it is noted for the reader alone.',
    params: spaceParams,
    query: paging,
    output: threadView,
    refusals: ['stronger-sign-in-needed'],
  }),
  sendMessage: endpoint({
    method: 'POST',
    path: '/api/threads/:id/messages',
    may: 'take-part',
    says: 'Says something in a thread. It stays as it was said; it may be corrected by another message or taken back.',
    params: spaceParams,
    body: z.strictObject({ text, handling }),
    output: said,
    status: 201,
  }),
  correctMessage: endpoint({
    method: 'POST',
    path: '/api/messages/:id/correction',
    may: 'take-part',
    says: 'Corrects what the acting seat said, by a message of its own beside it; with a mark at least as strict.',
    params: spaceParams,
    body: z.strictObject({ text, handling: handling.optional() }),
    output: said,
    status: 201,
    refusals: ['already-withdrawn', 'mark-wider-than-source'],
  }),
  withdrawMessage: endpoint({
    method: 'POST',
    path: '/api/messages/:id/withdrawal',
    may: 'take-part',
    says: 'Takes back what the acting seat said: its words are gone for everybody, that it was said stays.',
    params: spaceParams,
    body: z.strictObject({}).optional(),
    output: z.object({ id, withdrawnAt: instant }),
    status: 201,
    refusals: ['already-withdrawn'],
  }),
  findMessages: endpoint({
    method: 'GET',
    path: '/api/messages',
    may: 'take-part',
    says: 'Messages that hold the words, as far as the reader may hear them, newest first.',
    query: z.object({
      q: z.string().min(1).max(200),
      limit: z.coerce.number().int().min(1).max(50).default(20),
      before: instant.optional(),
    }),
    output: page(
      z.object({ id, thread: id, title: z.string(), from: z.string(), at: instant, handling, excerpt: z.string() }),
    ),
  }),
  invite: endpoint({
    method: 'POST',
    path: '/api/spaces/:id/invitations',
    may: 'invite-guests',
    says: 'Lets a seat into the open threads of a space for a time. What was begun before is shown only when that is chosen.',
    params: spaceParams,
    body: z.strictObject({ seat: id, starts: instant.optional(), ends: instant, past: z.boolean().default(false) }),
    output: z.object({ id, starts: instant, ends: instant }),
    status: 201,
    refusals: ['guest-not-taken', 'guest-takes-part', 'times-not-in-order', 'too-long'],
  }),
  inviteToThread: endpoint({
    method: 'POST',
    path: '/api/threads/:id/invitations',
    may: 'invite-guests',
    says: 'Lets a seat into one thread and no other, for a time. What was said before is shown only when that is chosen.',
    params: spaceParams,
    body: z.strictObject({ seat: id, ends: instant, past: z.boolean().default(false) }),
    output: z.object({ id, starts: instant, ends: instant }),
    status: 201,
    refusals: ['guest-not-taken', 'guest-takes-part', 'times-not-in-order', 'too-long'],
  }),
  endInvitation: endpoint({
    method: 'POST',
    path: '/api/invitations/:id/end',
    may: 'invite-guests',
    says: 'Ends an invitation before its time.',
    params: spaceParams,
    body: z.strictObject({}).optional(),
    output: z.object({ id, endedAt: instant }),
    status: 201,
  }),
  ...viewDoors,
  ...inquiryDoors,
  ...supportDoors,
} as const;

/** Facts of this room; only who did it reads them. Their subject is the space, for messages the thread. */
export const channelsFacts = [
  'space.opened',
  'thread.opened',
  'message.sent',
  'message.corrected',
  'message.withdrawn',
  'guest.invited',
  'guest.dismissed',
  ...viewFacts,
  ...inquiryFacts,
  ...supportFacts,
] as const;
