import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging, prose } from '../../../kernel/shapes.ts';

/** How far a support has come; `outcome` is what one side says came of it, until the other agrees. */
export const supportStates = ['asked', 'offered', 'accepted', 'declined', 'worked', 'outcome', 'closed'] as const;
export type SupportState = (typeof supportStates)[number];

/** What the reader may do with it now. */
export const supportActs = ['accept', 'decline', 'work', 'outcome', 'agree'] as const;
export type SupportAct = (typeof supportActs)[number];

export const supportListed = z.object({
  id,
  kind: bilingual,
  subject: z.string(),
  helped: z.string(),
  helper: z.string(),
  offered: z.boolean(),
  state: z.enum(supportStates),
  begunAt: instant,
  /** Whether the acting seat has something to do. */
  mine: z.boolean(),
});
export type SupportListed = z.infer<typeof supportListed>;

export const supportShown = supportListed.extend({
  text: z.string(),
  steps: z.array(
    z.object({ id, step: z.enum(supportStates), by: z.string(), at: instant, note: z.string().nullable() }),
  ),
  may: z.array(z.enum(supportActs)),
});
export type SupportShown = z.infer<typeof supportShown>;

const params = z.object({ id });
const text = prose(10_000).refine((s) => s !== '', { params: { code: 'text-empty' } });
const note = prose(4000).refine((s) => s !== '', { params: { code: 'text-empty' } });
const done = z.object({ id, state: z.enum(supportStates) });

export const supportDoors = {
  listSupports: endpoint({
    method: 'GET',
    path: '/api/supports',
    may: 'take-part',
    says: 'Supports in which the acting seat helps or is helped, latest first.',
    query: paging,
    output: page(supportListed),
  }),
  supportWays: endpoint({
    method: 'GET',
    path: '/api/supports/ways',
    may: 'take-part',
    says: 'For what the acting seat may ask for support or offer it, and with whom.',
    output: z.object({
      items: z.array(
        z.object({
          key: z.string(),
          title: bilingual,
          offer: z.boolean(),
          seats: z.array(z.object({ seat: id, name: z.string(), capacity: z.string() })),
        }),
      ),
    }),
  }),
  beginSupport: endpoint({
    method: 'POST',
    path: '/api/supports',
    may: 'take-part',
    says: 'Asks a seat for support, or offers it.',
    body: z.strictObject({ kind: z.string().max(60), with: id, offer: z.boolean(), subject: line(160), text }),
    output: done,
    status: 201,
    refusals: ['not-to-be-asked'],
  }),
  showSupport: endpoint({
    method: 'GET',
    path: '/api/supports/:id',
    may: 'take-part',
    says: 'One support, for the two whose it is.',
    params,
    output: supportShown,
  }),
  answerSupport: endpoint({
    method: 'POST',
    path: '/api/supports/:id/answer',
    may: 'take-part',
    says: 'Accepts what was asked for or offered, or declines with a reason.',
    params,
    body: z.discriminatedUnion('answer', [
      z.strictObject({ answer: z.literal('accepted'), note: prose(2000).optional() }),
      z.strictObject({ answer: z.literal('declined'), note }),
    ]),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
  workOnSupport: endpoint({
    method: 'POST',
    path: '/api/supports/:id/work',
    may: 'take-part',
    says: 'Who helps says what was done.',
    params,
    body: z.strictObject({ note }),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
  proposeOutcome: endpoint({
    method: 'POST',
    path: '/api/supports/:id/outcome',
    may: 'take-part',
    says: 'Says what came of it; a later word takes the place of an earlier one, and it closes when the other side agrees.',
    params,
    body: z.strictObject({ note }),
    output: done,
    status: 201,
    refusals: ['not-now'],
  }),
  agreeOutcome: endpoint({
    method: 'POST',
    path: '/api/supports/:id/agreement',
    may: 'take-part',
    says: 'Agrees to the outcome that was read, and no later one: that closes it.',
    params,
    body: z.strictObject({ outcome: id }),
    output: done,
    status: 201,
    refusals: ['not-now', 'revision-stale'],
  }),
} as const;

/** Facts of support. `of` is the kind, by which the plan tells whose measure it proves. */
export const supportFacts = [
  'support.requested',
  'support.offered',
  'support.opened',
  'support.declined',
  'support.worked',
  'support.outcome-proposed',
  'support.closed',
] as const;
