import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { handling } from '../../kernel/marking.ts';
import { bilingual, id, instant, prose } from '../../kernel/shapes.ts';
import { spillHows, states } from './shapes.ts';

/** What a situation report keeps of the picture: what all at it saw, with no count and no detail. */
export const picture = z.object({
  sectors: z.array(
    z.object({
      sector: z.string(),
      state: z.enum(states).nullable(),
      regions: z.array(z.string()),
      says: z.string().nullable(),
      recovery: z.string().nullable(),
      below: z.number().int(),
      silent: z.boolean(),
    }),
  ),
  spills: z.array(z.object({ cause: z.string(), effect: z.string(), how: z.enum(spillHows), says: z.string() })),
  decisions: z.array(z.object({ decided: z.string(), authority: z.string(), at: instant })),
});
export type Picture = z.infer<typeof picture>;

/** What is new since the last report that was released. */
export const changes = z.object({
  sectors: z.array(z.object({ sector: z.string(), was: z.enum(states).nullable(), now: z.enum(states).nullable() })),
  spills: z.number().int(),
  decisions: z.number().int(),
});
export type Changes = z.infer<typeof changes>;

/** A situation report as its reader may know it; `desk` for the seat that writes it. */
export const reportView = z.object({
  id,
  item: id,
  situation: id,
  number: z.number().int(),
  title: z.string(),
  reference: z.string(),
  handling,
  picture,
  changes,
  summary: z.string(),
  outlook: z.string(),
  collectedAt: instant,
  due: instant.nullable(),
  releasedAt: instant.nullable(),
  releasedBy: bilingual.nullable(),
  /** The reader's own receipt, where it came to the reader. */
  receipt: z.object({ id, acknowledgedAt: instant.nullable() }).nullable(),
  desk: z.object({ mayRelease: z.boolean(), recipients: z.number().int() }).nullable(),
});
export type ReportView = z.infer<typeof reportView>;

const made = z.object({ id, at: instant });

/** A situation whose next report is due. */
export const reportDue = z.object({ situation: id, title: z.string(), handling, due: instant, draft: id.nullable() });
export type ReportDue = z.infer<typeof reportDue>;

/** The doors to situation reports. */
export const reportDoors = {
  listReportsDue: endpoint({
    method: 'GET',
    path: '/api/situation-reports/due',
    may: 'keep-situations',
    says: 'The next report of each situation of one’s own desk that is due within a day or is late, nearest first.',
    output: z.object({ items: z.array(reportDue), next: z.null() }),
  }),
  setRhythm: endpoint({
    method: 'PUT',
    path: '/api/situations/:id/rhythm',
    may: 'keep-situations',
    says: 'Sets every how many hours a situation report is due, and when the next is.',
    params: z.object({ id }),
    body: z.strictObject({ hours: z.number().int().min(1).max(72), next: instant.optional() }),
    output: z.object({ id, next: instant }),
    refusals: ['situation-ended'],
  }),
  draftReport: endpoint({
    method: 'POST',
    path: '/api/situations/:id/situation-reports',
    may: 'keep-situations',
    says: 'Begins the next situation report: freezes the picture and says what is new since the last one.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: made,
    status: 201,
    refusals: ['report-waits'],
  }),
  showSituationReport: endpoint({
    method: 'GET',
    path: '/api/situation-reports/:id',
    may: 'signed-in',
    says: 'One situation report: the picture as it was, what was new, the desk’s words, who released it.',
    params: z.object({ id }),
    output: reportView,
  }),
  editReport: endpoint({
    method: 'PATCH',
    path: '/api/situation-reports/:id',
    may: 'keep-situations',
    says: 'Writes the desk’s words on a situation report, or with `collect` freezes the picture anew.',
    params: z.object({ id }),
    body: z.strictObject({
      summary: prose(8000).optional(),
      outlook: prose(8000).optional(),
      collect: z.boolean().optional(),
    }),
    output: made,
    refusals: ['already-sent', 'names-a-body'],
  }),
  releaseReport: endpoint({
    method: 'POST',
    path: '/api/situation-reports/:id/release',
    may: 'approve-provisions',
    says: 'Releases a situation report in which one had no hand, to the seats at the picture, and moves the time of the next.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: z.object({ id, recipients: z.number().int() }),
    status: 201,
    refusals: ['needs-second-person', 'already-sent', 'not-shared', 'nothing-said'],
  }),
} as const;
