import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { handling } from '../../kernel/marking.ts';
import { id, instant, page, paging, prose } from '../../kernel/shapes.ts';
import { callDoors } from './doors/calls.ts';
import { acknowledgementStates, itemKinds } from './doors/kinds.ts';

export * from './doors/calls.ts';
export * from './doors/kinds.ts';
export * from './doors/sight.ts';

/** One thing that waits or waited for the acting seat. */
export const inboxItem = z.object({
  receipt: id,
  kind: z.enum(itemKinds),
  subject: z.object({ id, item: id, kind: z.enum(itemKinds), title: z.string(), handling, reference: z.string() }),
  sentAt: instant,
  due: instant.nullable(),
  relayDue: instant.nullable(),
  mustRelay: z.boolean(),
  relayedAt: instant.nullable(),
  openedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  state: z.enum(acknowledgementStates).nullable(),
  from: z.string().nullable(),
  realm: id,
});
export type InboxItem = z.infer<typeof inboxItem>;

/** How far a sending has come in one tier (or one sector of it). Times in seconds from sending to acknowledgement. */
export const tierFigures = z.object({
  tier: z.string(),
  position: z.number().int(),
  sector: z.string().nullable(),
  targeted: z.number().int(),
  sent: z.number().int(),
  delivered: z.number().int(),
  opened: z.number().int(),
  acknowledged: z.number().int(),
  unreachable: z.number().int(),
  reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  states: z.array(z.object({ state: z.enum(acknowledgementStates), count: z.number().int() })),
  medianSeconds: z.number().nullable(),
  maxSeconds: z.number().nullable(),
});
export type TierFigures = z.infer<typeof tierFigures>;

/** One recipient as a tier above may see it. */
export const recipientRow = z.object({
  receipt: id,
  body: z.object({ id, name: z.string() }),
  tier: z.string(),
  sector: z.string().nullable(),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  openedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  state: z.enum(acknowledgementStates).nullable(),
  note: z.string().nullable(),
  unreachable: z.string().nullable(),
  contact: z.object({ label: z.string(), phone: z.string().nullable(), hours: z.string() }).nullable(),
  attempts: z.number().int(),
  /** The acknowledgement is so far only a word that was taken by telephone: who said it, and who noted it. */
  spoken: z.object({ at: instant, saidBy: z.string(), by: z.string() }).nullable(),
});
export type RecipientRow = z.infer<typeof recipientRow>;

/** A circulation as its reader may see it: `tiers` for the part it oversees, `rows` by name where it may know names. */
export const circulationView = z.object({
  item: id,
  sentAt: instant.nullable(),
  due: instant.nullable(),
  scope: z.enum(['all', 'part']),
  /** How many of the acknowledgements are so far only words that were taken by telephone. */
  spoken: z.number().int(),
  tiers: z.array(tierFigures),
  sectors: z.array(tierFigures),
  /** How many of a tier had acknowledged by then. */
  curve: z.array(z.object({ tier: z.string(), position: z.number().int(), at: instant, count: z.number().int() })),
  rows: z.array(recipientRow),
  attempts: z.array(
    z.object({
      id,
      at: instant,
      channel: z.string(),
      outcome: z.string(),
      note: z.string().nullable(),
      receipt: id.nullable(),
    }),
  ),
});
export type CirculationView = z.infer<typeof circulationView>;

export const circulationDoors = {
  ...callDoors,
  inbox: endpoint({
    method: 'GET',
    path: '/api/inbox',
    may: 'signed-in',
    says: 'What has come to the acting seat, newest first; with open=true only what still waits to be acknowledged or passed on.',
    query: paging.extend({ open: z.stringbool().optional(), kind: z.enum(itemKinds).optional() }),
    output: page(inboxItem),
  }),
  acknowledge: endpoint({
    method: 'POST',
    path: '/api/receipts/:id/acknowledgement',
    may: 'signed-in',
    says: 'Acknowledges what has come; a later answer (investigating, then affected) replaces the state and keeps the first time.',
    params: z.object({ id }),
    body: z.strictObject({ state: z.enum(acknowledgementStates), note: prose(2000).optional() }),
    output: z.object({
      receipt: id,
      state: z.enum(acknowledgementStates),
      acknowledgedAt: instant,
      note: z.string().nullable(),
    }),
    refusals: ['state-goes-back'],
  }),
  relay: endpoint({
    method: 'POST',
    path: '/api/receipts/:id/relay',
    may: 'relay-provisions',
    says: 'Passes a provision on to the recipients whom it is to reach through the acting seat.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: z.object({ receipt: id, relayedAt: instant, recipients: z.number().int() }),
    refusals: ['nothing-to-relay', 'already-relayed', 'relayed-elsewhere'],
  }),
  waiting: endpoint({
    method: 'GET',
    path: '/api/waiting',
    may: 'signed-in',
    says: 'How many things wait for the acting seat, by kind, and the deadlines that run for it.',
    output: z.object({
      reports: z.number().int(),
      provisions: z.number().int(),
      late: z.number().int(),
      deadlines: z.array(
        z.object({
          id,
          kind: z.enum(['relay', 'acknowledge', 'answer', 'collect']),
          due: instant,
          subject: z.object({ id, kind: z.enum(itemKinds), title: z.string(), handling, reference: z.string() }),
        }),
      ),
    }),
  }),
} as const;

/** Facts of this room. Their subject is the item. */
export const circulationFacts = [
  'receipt.opened',
  'receipt.acknowledged',
  'receipt.relayed',
  'receipt.handed-over',
  'receipt.reminded',
  'duty.reminded',
  'attempt.recorded',
  'receipt.silent',
  'receipt.spoken-for',
] as const;
