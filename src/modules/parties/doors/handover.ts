import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging } from '../../../kernel/shapes.ts';

const nothing = z.strictObject({}).optional();
const day = z.iso.date();

/** That from `day` on another seat of the same capacity answers for a sector; `keeps`: the old seat keeps what it had read. */
export const handoverInput = z.strictObject({
  sector: z.string().max(60),
  from: id,
  to: id,
  day,
  keeps: z.boolean(),
  reason: line(400),
});
export type HandoverInput = z.infer<typeof handoverInput>;

/** A handover as those concerned see it. */
export const handoverView = z.object({
  id,
  sector: z.object({ key: z.string(), name: bilingual }),
  from: bilingual,
  to: bilingual,
  day,
  keeps: z.boolean(),
  reason: z.string(),
  proposedAt: instant,
  /** Whether the reader proposed it, and so cannot confirm it. */
  mine: z.boolean(),
  state: z.enum(['proposed', 'confirmed', 'done', 'revoked']),
});
export type HandoverView = z.infer<typeof handoverView>;

export const handoverDoors = {
  proposeHandover: endpoint({
    method: 'POST',
    path: '/api/handovers',
    may: 'manage-accounts',
    says: 'Proposes that from a day on another seat answers for a sector. Changes nothing before a second person confirms it.',
    body: handoverInput,
    output: z.object({ id }),
    status: 201,
    refusals: ['handover-other-capacity', 'handover-past', 'handover-not-competent', 'handover-open-already'],
  }),
  listHandovers: endpoint({
    method: 'GET',
    path: '/api/handovers',
    may: 'confirm-handover',
    says: 'Handovers, latest first.',
    query: paging,
    output: page(handoverView),
  }),
  listCompetences: endpoint({
    method: 'GET',
    path: '/api/competences',
    may: 'signed-in',
    says: 'Which seat answers for which sector today.',
    output: page(
      z.object({
        sector: z.object({ key: z.string(), name: bilingual }),
        seat: id,
        capacity: z.string(),
        body: bilingual,
      }),
    ),
  }),
  confirmHandover: endpoint({
    method: 'POST',
    path: '/api/handovers/:id/confirmation',
    may: 'confirm-handover',
    says: 'Confirms a handover as a second person: supervision passes on its day, with what was still to be passed on.',
    params: z.object({ id }),
    body: nothing,
    output: z.object({ id }),
    refusals: ['handover-needs-another', 'handover-gone', 'handover-past', 'handover-not-competent'],
  }),
  revokeHandover: endpoint({
    method: 'DELETE',
    path: '/api/handovers/:id',
    may: 'manage-accounts',
    says: 'Takes a proposal back that nobody has confirmed yet.',
    params: z.object({ id }),
    body: nothing,
    output: z.null(),
    status: 204,
    refusals: ['handover-gone'],
  }),
} as const;
