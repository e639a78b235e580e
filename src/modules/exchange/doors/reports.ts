import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant, page, paging, prose } from '../../../kernel/shapes.ts';
import { recalledReport } from '../shapes/consent.ts';
import { entryInput, reportInput, reportListed, reportSent, reportView, versionInput } from '../shapes/report.ts';

const one = z.object({ id });

/** Failure reports (情報連絡): sending, reading, passing on, asking back. */
export const reportDoors = {
  submitReport: endpoint({
    method: 'POST',
    path: '/api/reports',
    may: 'file-reports',
    says: 'Sends the first report: an operator’s to its sector ministry, an office’s or agency’s to the centre.',
    body: reportInput,
    output: reportSent,
    status: 201,
    refusals: ['no-ministry', 'sector-unclear', 'impossible-date', 'report-kind-not-yours'],
  }),
  enterReport: endpoint({
    method: 'POST',
    path: '/api/reports/entries',
    may: 'enter-reports',
    says: 'Types in what a body has said by telephone or fax: it becomes that body’s own report, and its ministry gets it.',
    body: entryInput,
    output: reportSent,
    status: 201,
    refusals: ['no-ministry', 'sector-unclear', 'impossible-date', 'report-kind-not-yours'],
  }),
  confirmEntry: endpoint({
    method: 'POST',
    path: '/api/reports/:id/confirmation',
    may: 'file-reports',
    says: 'Says that a report that was typed in in one’s name is right.',
    params: one,
    output: z.object({ id, at: instant }),
    status: 201,
  }),
  listReports: endpoint({
    method: 'GET',
    path: '/api/reports',
    may: 'signed-in',
    says: 'Reports that have reached the reader, latest first.',
    query: paging.extend({
      waiting: z.stringbool().optional(),
      sector: z.string().max(60).optional(),
      kind: z.string().max(60).optional(),
      q: z.string().max(200).optional(),
    }),
    output: page(reportListed).extend({ recalled: z.array(recalledReport) }),
  }),
  showReport: endpoint({
    method: 'GET',
    path: '/api/reports/:id',
    may: 'signed-in',
    says: 'A report as far as it has reached the reader: versions, hops with times, and who reported where the reader may know.',
    params: one,
    output: reportView,
  }),
  addVersion: endpoint({
    method: 'POST',
    path: '/api/reports/:id/versions',
    may: 'file-reports',
    says: 'Adds a follow-up, final report, correction or withdrawal; earlier versions stay as they were.',
    params: one,
    body: versionInput,
    output: reportSent,
    status: 201,
    refusals: ['report-withdrawn', 'report-final', 'impossible-date'],
  }),
  relayReport: endpoint({
    method: 'POST',
    path: '/api/reports/:id/relay',
    may: 'relay-reports',
    says: 'Passes all versions not yet passed on to the Cabinet Secretariat as they are, with a note beside them.',
    params: one,
    body: z.strictObject({ note: prose(4000).optional() }).optional(),
    output: z.object({ id, relayedAt: instant, versions: z.number().int() }),
    refusals: ['nothing-to-relay', 'note-names-source'],
  }),
  returnReport: endpoint({
    method: 'POST',
    path: '/api/reports/:id/return',
    may: 'relay-reports',
    says: 'Asks the operator a question; deadlines go on running.',
    params: one,
    body: z.strictObject({ question: prose(4000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }) }),
    output: z.object({ id, at: instant }),
    status: 201,
  }),
  answerReport: endpoint({
    method: 'POST',
    path: '/api/reports/:id/messages',
    may: 'signed-in',
    says: 'Writes in the thread between the operator and its ministry.',
    params: one,
    body: z.strictObject({ text: prose(4000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }) }),
    output: z.object({ id, at: instant }),
    status: 201,
  }),
  triageReport: endpoint({
    method: 'POST',
    path: '/api/reports/:id/triage',
    may: 'triage-reports',
    says: 'Records what the centre makes of a report.',
    params: one,
    body: z.strictObject({
      state: z.enum(['received', 'analysing', 'to-provide', 'held', 'for-reference', 'closed']),
      reason: prose(2000).optional(),
    }),
    output: z.object({ id, at: instant }),
    status: 201,
  }),
  reportPreview: endpoint({
    method: 'GET',
    path: '/api/reports/preview',
    may: 'file-reports',
    says: 'Who would see a report of the acting body, and what each would see, before it is sent.',
    query: z.object({ sector: z.string().max(60).optional(), kind: z.string().max(60).optional() }),
    refusals: ['sector-unclear', 'report-kind-not-yours'],
    output: z.object({
      kind: z.string(),
      /** The kinds that the acting seat may tell. */
      kinds: z.array(z.string()),
      route: z.enum(['report', 'contribution']),
      sectors: z.array(z.string()),
      sector: z.string(),
      stations: z.array(
        z.object({
          capacity: z.string(),
          body: z.string(),
          when: z.enum(['at-once', 'on-relay', 'on-choice', 'on-permission']),
          name: z.enum(['always', 'consent', 'never']),
          phone: z.string().nullable(),
        }),
      ),
      form: z.object({ key: z.string(), version: z.number().int() }),
      relayWithin: z.string().nullable(),
    }),
  }),
} as const;
