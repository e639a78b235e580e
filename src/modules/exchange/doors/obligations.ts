import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id } from '../../../kernel/shapes.ts';
import { stages } from '../../../kernel/form.ts';
import { obligationAhead, obligationView } from '../shapes/obligation.ts';
import { uncertainInstant } from '../shapes/report.ts';

export const obligationDoors = {
  listObligations: endpoint({
    method: 'GET',
    path: '/api/obligations',
    may: 'signed-in',
    says: 'Duties to report of the reports in whose conversation one takes part, nearest first: of one report all, else those that wait or were missed.',
    query: z.object({ report: id.optional() }),
    output: z.object({ items: z.array(obligationView), next: z.null() }),
  }),
  obligationsAhead: endpoint({
    method: 'POST',
    path: '/api/obligations/preview',
    may: 'file-reports',
    says: 'Which duties to report a first report would have as it stands, and which of them it would fulfil.',
    body: z.strictObject({
      sector: z.string().max(60).optional(),
      stage: z.enum(stages),
      eventType: z.string().max(20),
      occurredAt: uncertainInstant.optional(),
      detectedAt: uncertainInstant.optional(),
      answers: z.record(z.string().max(60), z.unknown()).optional(),
    }),
    output: z.object({ items: z.array(obligationAhead), next: z.null() }),
    refusals: ['sector-unclear'],
  }),
} as const;
