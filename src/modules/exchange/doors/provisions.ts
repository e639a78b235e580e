import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant, page, paging } from '../../../kernel/shapes.ts';
import { circulationView } from '../../circulation/contract.ts';
import {
  approvalInput,
  audienceView,
  provisionDraft,
  provisionEdit,
  provisionListed,
  provisionView,
  provisionWay,
} from '../shapes/provision.ts';

const one = z.object({ id });

/** Provisions (情報提供): drafting, the second person, sending, how far they have come. */
export const provisionDoors = {
  draftProvision: endpoint({
    method: 'POST',
    path: '/api/provisions',
    may: 'draft-provisions',
    says: 'Begins a provision. Nobody receives it before it is approved by another person and sent.',
    body: provisionDraft,
    output: provisionView,
    status: 201,
    refusals: [
      'audience-empty',
      'audience-too-long',
      'audience-unknown',
      'mark-wider-than-source',
      'impossible-date',
      'kind-begins-elsewhere',
      'tempo-not-on-way',
    ],
  }),
  editProvision: endpoint({
    method: 'PATCH',
    path: '/api/provisions/:id',
    may: 'draft-provisions',
    says: 'Changes a draft; an approval given before is void. If-Match carries the revision.',
    params: one,
    body: provisionEdit,
    output: provisionView,
    refusals: [
      'already-sent',
      'stale',
      'audience-empty',
      'audience-too-long',
      'audience-unknown',
      'mark-wider-than-source',
      'kind-begins-elsewhere',
      'tempo-not-on-way',
    ],
  }),
  listWays: endpoint({
    method: 'GET',
    path: '/api/provision-ways',
    may: 'draft-provisions',
    says: 'The kinds of provision that the acting seat may begin, and how they go: null for all that go the ordinary way, or those that go by agreement.',
    output: z.object({ items: z.array(provisionWay), next: z.null() }),
  }),
  listProvisions: endpoint({
    method: 'GET',
    path: '/api/provisions',
    may: 'signed-in',
    says: 'Provisions that have reached the reader, and the desk’s drafts, latest first.',
    query: paging.extend({ state: z.enum(['draft', 'sent']).optional(), q: z.string().max(200).optional() }),
    output: page(provisionListed),
  }),
  showProvision: endpoint({
    method: 'GET',
    path: '/api/provisions/:id',
    may: 'signed-in',
    says: 'A provision for its audience; nothing in it leads to a source. Its desk sees its own side too.',
    params: one,
    output: provisionView,
  }),
  previewAudience: endpoint({
    method: 'GET',
    path: '/api/provisions/:id/audience',
    may: 'draft-provisions',
    says: 'Exactly who would receive the provision, why, and what stands against sending it.',
    params: one,
    output: audienceView,
  }),
  askApproval: endpoint({
    method: 'POST',
    path: '/api/provisions/:id/approval-request',
    may: 'draft-provisions',
    says: 'Asks the desk’s other persons to approve.',
    params: one,
    body: z.strictObject({}).optional(),
    output: z.object({ id, askedAt: instant }),
  }),
  approveProvision: endpoint({
    method: 'POST',
    path: '/api/provisions/:id/approval',
    may: 'draft-provisions',
    says: 'Approves the provision as it stands; refused to anyone who had a hand in it.',
    params: one,
    body: approvalInput.optional(),
    output: z.object({ id, approvedAt: instant, revision: z.number().int() }),
    refusals: ['needs-second-person', 'warnings-stand', 'already-sent', 'audience-empty'],
  }),
  dispatchProvision: endpoint({
    method: 'POST',
    path: '/api/provisions/:id/dispatch',
    may: 'draft-provisions',
    says: 'Circulates an approved provision: tier by tier (relay) or to all tiers at once (direct).',
    params: one,
    body: z.strictObject({}).optional(),
    output: z.object({ id, sentAt: instant, recipients: z.number().int() }),
    refusals: ['needs-second-person', 'already-sent', 'audience-empty', 'mark-wider-than-source', 'warnings-stand'],
  }),
  showCirculation: endpoint({
    method: 'GET',
    path: '/api/provisions/:id/circulation',
    may: 'signed-in',
    says: 'How far the provision has come, as far as the reader may know: the centre counts by sector, a ministry its sectors’ bodies, a CEPTOAR its members.',
    params: one,
    output: circulationView.extend({ provision: id }),
  }),
} as const;
