import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant, page, paging } from '../../../kernel/shapes.ts';
import { askingAnswer, askingListed, askingShown, askingStates, urgentRelease } from '../shapes/source-approval.ts';

const one = z.object({ id });

/** A source's approval before what was made from its report goes out. */
export const sourceApprovalDoors = {
  listAskings: endpoint({
    method: 'GET',
    path: '/api/source-approvals',
    may: 'signed-in',
    says: 'Texts made from reports of the acting seat, or of those it stands above, that were shown to their source before release; latest first.',
    query: paging.extend({ open: z.stringbool().optional(), report: id.optional() }),
    output: page(askingListed),
  }),
  showAsking: endpoint({
    method: 'GET',
    path: '/api/source-approvals/:id',
    may: 'signed-in',
    says: 'One such text as it was shown, for the source and for the seat that knows it.',
    params: one,
    output: askingShown,
  }),
  answerAsking: endpoint({
    method: 'POST',
    path: '/api/source-approvals/:id/answer',
    may: 'signed-in',
    says: 'The source agrees or objects; the seat above writes down what it heard. The last answer counts, until the text goes out.',
    params: one,
    body: askingAnswer,
    output: z.object({ id, state: z.enum(askingStates) }),
    status: 201,
    refusals: ['already-sent', 'text-replaced', 'heard-from-whom', 'note-names-source'],
  }),
  releaseUrgently: endpoint({
    method: 'POST',
    path: '/api/provisions/:id/urgent-release',
    may: 'draft-provisions',
    says: 'A second person lets an approved text go without waiting for its sources; each of them reads why. An objection still stands.',
    params: one,
    body: urgentRelease,
    output: z.object({ id, at: instant }),
    status: 201,
    refusals: ['needs-second-person', 'already-sent', 'source-objected', 'nothing-waits', 'reason-names-body'],
  }),
} as const;
