import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant, line, page, paging, prose } from '../../../kernel/shapes.ts';

/** How far an exchange of views has come. */
export const viewStates = ['asked', 'passed-on', 'accepted', 'declined', 'dated', 'held', 'closed'] as const;
export type ViewState = (typeof viewStates)[number];

/** What the reader may do with it now. */
export const viewActs = ['pass-on', 'accept', 'decline', 'date', 'hold', 'record', 'agree', 'close'] as const;
export type ViewAct = (typeof viewActs)[number];

const side = z.enum(['asker', 'through', 'asked']);

export const viewListed = z.object({
  id,
  subject: z.string(),
  asker: z.string(),
  asked: z.string(),
  state: z.enum(viewStates),
  askedAt: instant,
  meetsAt: instant.nullable(),
  /** Whether the acting seat has something to do. */
  mine: z.boolean(),
});
export type ViewListed = z.infer<typeof viewListed>;

export const viewShown = viewListed.extend({
  reason: z.string(),
  through: z.string().nullable(),
  side,
  table: z.array(z.object({ name: z.string(), capacity: z.string(), side, lead: z.boolean() })),
  steps: z.array(
    z.object({
      step: z.enum(viewStates),
      by: z.string(),
      at: instant,
      note: z.string().nullable(),
      meetsAt: instant.nullable(),
    }),
  ),
  minutes: z
    .object({
      id,
      revision: z.number().int(),
      text: z.string(),
      by: z.string(),
      at: instant,
      agreed: z.array(z.enum(['asker', 'asked'])),
    })
    .nullable(),
  may: z.array(z.enum(viewActs)),
});
export type ViewShown = z.infer<typeof viewShown>;

const params = z.object({ id });
const done = z.object({ id, state: z.enum(viewStates) });
const text = prose(20_000).refine((s) => s !== '', { params: { code: 'text-empty' } });
const note = prose(2000).refine((s) => s !== '', { params: { code: 'text-empty' } });

export const viewDoors = {
  listViews: endpoint({
    method: 'GET',
    path: '/api/view-exchanges',
    may: 'take-part',
    says: 'Exchanges of views at whose table the acting seat is, latest first.',
    query: paging,
    output: page(viewListed),
  }),
  viewsToAsk: endpoint({
    method: 'GET',
    path: '/api/view-exchanges/ways',
    may: 'take-part',
    says: 'Which capacities the acting seat may ask for an exchange of views, and through whom.',
    output: z.object({ items: z.array(z.object({ capacity: z.string(), through: z.string().nullable() })) }),
  }),
  askViews: endpoint({
    method: 'POST',
    path: '/api/view-exchanges',
    may: 'take-part',
    says: 'Asks a ministry for an exchange of views, alone or together with others.',
    body: z.strictObject({ asked: id, with: z.array(id).max(50).default([]), subject: line(160), reason: note }),
    output: done,
    status: 201,
    refusals: ['not-to-be-asked', 'participants-outside', 'nobody-between'],
  }),
  showView: endpoint({
    method: 'GET',
    path: '/api/view-exchanges/:id',
    may: 'take-part',
    says: 'One exchange of views, for those at its table.',
    params,
    output: viewShown,
  }),
  passViewsOn: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/relay',
    may: 'take-part',
    says: 'The ministry in between passes the request on to the ministry that is asked.',
    params,
    body: z.strictObject({}).optional(),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
  answerViews: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/answer',
    may: 'take-part',
    says: 'Accepts, or declines with a reason.',
    params,
    body: z.discriminatedUnion('answer', [
      z.strictObject({ answer: z.literal('accepted'), note: prose(2000).optional() }),
      z.strictObject({ answer: z.literal('declined'), note }),
    ]),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
  dateViews: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/date',
    may: 'take-part',
    says: 'Fixes when, where and who comes; a later date takes the place of an earlier one.',
    params,
    body: z.strictObject({ meetsAt: instant, note }),
    output: done,
    status: 201,
    refusals: ['not-now', 'times-not-in-order'],
  }),
  holdViews: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/holding',
    may: 'take-part',
    says: 'Says that it took place, once its time has come.',
    params,
    body: z.strictObject({}).optional(),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
  recordViews: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/minutes',
    may: 'take-part',
    says: 'Writes the record, or a new revision of it; what was agreed to an earlier one does not count for it.',
    params,
    body: z.strictObject({ text }),
    output: done.extend({ revision: z.number().int() }),
    status: 201,
    refusals: ['not-now'],
  }),
  agreeMinutes: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/agreement',
    may: 'take-part',
    says: 'Agrees to the revision of the record that was read, for one’s side.',
    params,
    body: z.strictObject({ revision: z.number().int().min(1).max(999) }),
    output: done,
    status: 201,
    refusals: ['not-now', 'revision-stale'],
  }),
  closeViews: endpoint({
    method: 'POST',
    path: '/api/view-exchanges/:id/closing',
    may: 'take-part',
    says: 'Closes it, once both sides have agreed to the record.',
    params,
    body: z.strictObject({}).optional(),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
} as const;

export const viewFacts = [
  'view-exchange.asked',
  'view-exchange.passed-on',
  'view-exchange.accepted',
  'view-exchange.declined',
  'view-exchange.dated',
  'view-exchange.held',
  'view-exchange.recorded',
  'view-exchange.agreed',
  'view-exchange.closed',
] as const;
