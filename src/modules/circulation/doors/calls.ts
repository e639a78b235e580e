import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { handling } from '../../../kernel/marking.ts';
import { bilingual, id, instant, line, prose } from '../../../kernel/shapes.ts';
import { acknowledgementStates, itemKinds } from './kinds.ts';

/** How a call went. */
export const attemptOutcomes = ['reached', 'no-answer', 'call-back', 'wrong-number', 'left-message'] as const;
export type AttemptOutcome = (typeof attemptOutcomes)[number];

export const attemptInput = z.strictObject({
  receipt: id.optional(),
  channel: z.enum(['phone', 'fax', 'mail', 'radio', 'in-person']),
  outcome: z.enum(attemptOutcomes),
  /** Which contact point was tried; it has to be one of the recipient's. */
  contact: id.optional(),
  /** Who answered. */
  whom: line(80).optional(),
  note: prose(1000).optional(),
});

/** What one's own seat tried, and when. */
const tried = z.object({
  id,
  at: instant,
  channel: z.string(),
  outcome: z.enum(attemptOutcomes),
  contact: id.nullable(),
  whom: z.string().nullable(),
  note: z.string().nullable(),
  /** The colleague who rang. */
  by: bilingual.nullable(),
});
export type Tried = z.infer<typeof tried>;

/** Why somebody is rung before the next one, and what makes a number doubtful: the words of the directory. */
const callReasons = ['on-duty', 'hours', 'always', 'other-hours', 'ended'] as const;
const callDoubts = ['ended', 'left', 'untried', 'attestation-late', 'wrong-number'] as const;

/** One number, in the order in which to ring. What has ended is named and has no number any more. */
export const callPoint = z.object({
  id,
  role: z.string(),
  label: z.string(),
  phone: z.string().nullable(),
  sms: z.string().nullable(),
  radio: z.string().nullable(),
  why: z.enum(callReasons),
  called: z.string().nullable(),
  until: instant.nullable(),
  doubts: z.array(z.enum(callDoubts)),
  /** How it went the last time it was tried for this. */
  last: z.object({ at: instant, outcome: z.enum(attemptOutcomes) }).nullable(),
});
export type CallPointView = z.infer<typeof callPoint>;

/** A silent recipient that the acting seat may telephone for. `next` names the point to ring now; null when there is none. */
export const callView = z.object({
  receipt: id,
  item: id,
  subject: z.object({ id, kind: z.enum(itemKinds), title: z.string(), handling, reference: z.string() }),
  body: z.object({ id, name: bilingual }),
  capacity: z.string(),
  sector: z.string().nullable(),
  need: z.enum(['acknowledge', 'relay']),
  due: instant,
  sentAt: instant,
  deliveredAt: instant.nullable(),
  openedAt: instant.nullable(),
  unreachable: z.string().nullable(),
  points: z.array(callPoint),
  next: id.nullable(),
  tried: z.array(tried),
  /** That another seat above rang for the same, and how it went; not what was said. */
  elsewhere: z.object({ at: instant, outcome: z.enum(attemptOutcomes) }).nullable(),
  mayTakeWord: z.boolean(),
});
export type CallView = z.infer<typeof callView>;

export const callDoors = {
  listCalls: endpoint({
    method: 'GET',
    path: '/api/calls',
    may: 'signed-in',
    says: 'Whom to telephone now: what is urgent and has stayed silent beyond its time, as far as the acting seat stands above it or sent it to a public desk; with the numbers that it may see, in calling order.',
    output: z.object({ items: z.array(callView), next: z.null() }),
  }),
  recordAttempt: endpoint({
    method: 'POST',
    path: '/api/items/:id/attempts',
    may: 'signed-in',
    says: 'Records that a silent recipient was tried by telephone or otherwise, and how it went.',
    params: z.object({ id }),
    body: attemptInput,
    output: z.object({ id, at: instant }),
    status: 201,
  }),
  takeWord: endpoint({
    method: 'POST',
    path: '/api/receipts/:id/word',
    may: 'signed-in',
    says: 'Takes what a silent recipient said by telephone for its acknowledgement: who said it and who noted it stays with it for good, and the recipient’s own answer may still say anything.',
    params: z.object({ id }),
    body: z.strictObject({
      state: z.enum(acknowledgementStates),
      saidBy: line(80),
      note: prose(1000).optional(),
      contact: id.optional(),
    }),
    output: z.object({ receipt: id, state: z.enum(acknowledgementStates), at: instant }),
    status: 201,
    refusals: ['answered-itself', 'state-goes-back'],
  }),
  showWords: endpoint({
    method: 'GET',
    path: '/api/receipts/:id/words',
    may: 'signed-in',
    says: 'What was said by telephone for a receipt, latest first: for the body it stands for, the seats above it and whoever noted it.',
    params: z.object({ id }),
    output: z.object({
      items: z.array(
        z.object({
          at: instant,
          state: z.enum(acknowledgementStates),
          saidBy: z.string(),
          note: z.string().nullable(),
          by: bilingual,
        }),
      ),
      next: z.null(),
    }),
  }),
} as const;
