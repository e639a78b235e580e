import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant, paging } from '../../../kernel/shapes.ts';
import { feedbackInput, feedbackList, reportUse } from '../shapes/feedback.ts';

const one = z.object({ id });
const done = z.object({ id, at: instant });

/** What recipients tell back on a provision besides their acknowledgement. */
export const feedbackDoors = {
  listFeedback: endpoint({
    method: 'GET',
    path: '/api/provisions/:id/feedback',
    may: 'signed-in',
    says: 'What was told back: one’s own; that of one’s part by name for those through whom it came; all of it without names for the desk. Latest first.',
    params: one,
    query: paging,
    output: feedbackList,
  }),
  giveFeedback: endpoint({
    method: 'POST',
    path: '/api/provisions/:id/feedback',
    may: 'signed-in',
    says: 'A recipient tells that it saw the same, or what should be said differently.',
    params: one,
    body: feedbackInput,
    output: done,
    status: 201,
    refusals: ['not-to-be-answered', 'impossible-date', 'note-names-source'],
  }),
  changeFeedback: endpoint({
    method: 'POST',
    path: '/api/feedback/:id/versions',
    may: 'signed-in',
    says: 'Says something else instead of what one told before; the earlier words stay for those through whom it came.',
    params: one,
    body: feedbackInput,
    output: done,
    status: 201,
    refusals: ['not-to-be-answered', 'kind-stays', 'impossible-date', 'note-names-source'],
  }),
  withdrawFeedback: endpoint({
    method: 'POST',
    path: '/api/feedback/:id/withdrawal',
    may: 'signed-in',
    says: 'Takes back what one told: the desk reads it no more.',
    params: one,
    body: z.strictObject({}).optional(),
    output: done,
    status: 201,
    refusals: ['not-to-be-answered'],
  }),
  reportUses: endpoint({
    method: 'GET',
    path: '/api/reports/:id/use',
    may: 'signed-in',
    says: 'What was made from a report and went out, in counts, for its source and the seat that knows it. Small counts are hidden.',
    params: one,
    output: z.object({ items: z.array(reportUse), next: z.null() }),
  }),
} as const;
