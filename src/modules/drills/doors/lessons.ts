import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, prose } from '../../../kernel/shapes.ts';
import { drillSteps } from '../../programme/contract.ts';
import { seatView } from './seats.ts';

const one = z.object({ id });
const step = z.enum(drillSteps);
const said = (max: number) => prose(max).refine((s) => s.length > 0, { params: { code: 'text-empty' } });
const seconds = z.number().nullable();

/** How long the hops of one step took, in seconds: how many were to be done, how many were, the middle and the longest. */
export const stepFigures = z.object({
  what: step,
  of: z.number().int(),
  done: z.number().int(),
  median: seconds,
  longest: seconds,
});
export type StepFigures = z.infer<typeof stepFigures>;

/** The times of a drill. Minutes count from its opening and stand still while it is paused. */
export const drillTimes = z.object({
  openedAt: instant.nullable(),
  /** Each planned or done step: by which minute it was planned, in which it was first and last done. */
  steps: z.array(
    z.object({
      what: step,
      planned: z.number().nullable(),
      first: z.number().nullable(),
      last: z.number().nullable(),
      missing: z.number().int(),
    }),
  ),
  hops: z.array(
    z.object({
      what: step,
      ...seatView,
      since: instant.nullable(),
      at: instant.nullable(),
      minute: z.number().nullable(),
      seconds,
    }),
  ),
  figures: z.array(stepFigures),
  /** The drill of the same kind that was closed before this one, for comparison. */
  earlier: z.object({ id, title: bilingual, closedAt: instant, figures: z.array(stepFigures) }).nullable(),
});
export type DrillTimes = z.infer<typeof drillTimes>;

/** What a drill taught, as far as the reader may know it. */
export const lessons = z.object({
  observations: z.array(
    z.object({
      id,
      step: step.nullable(),
      tone: z.enum(['good', 'issue']),
      said: z.string(),
      at: instant,
      by: bilingual,
    }),
  ),
  findings: z.array(
    z.object({
      id,
      step: step.nullable(),
      expected: z.string(),
      happened: z.string(),
      cause: z.string().nullable(),
      remedies: z.array(
        z.object({
          id,
          says: z.string(),
          owner: z.object(seatView),
          due: z.iso.date(),
          late: z.boolean(),
          closed: z.object({ at: instant, evidence: z.string() }).nullable(),
          mayClose: z.boolean(),
        }),
      ),
    }),
  ),
  review: z
    .object({
      said: z.string(),
      decided: z.string(),
      at: instant,
      by: bilingual,
      confirmed: z.object({ at: instant, by: bilingual }).nullable(),
    })
    .nullable(),
  /** Whom a remedy can be given to; empty for who decides on none. */
  owners: z.array(z.object(seatView)),
});
export type Lessons = z.infer<typeof lessons>;

export const observationInput = z.strictObject({
  step: step.optional(),
  tone: z.enum(['good', 'issue']),
  said: said(2000),
});
export const findingInput = z.strictObject({
  step: step.optional(),
  expected: said(1000),
  happened: said(2000),
  cause: line(300).optional(),
});
export const remedyInput = z.strictObject({ says: said(1000), owner: id, due: z.iso.date() });

/** The doors to what a drill taught. */
export const lessonDoors = {
  drillTimes: endpoint({
    method: 'GET',
    path: '/api/drills/:id/times',
    may: 'signed-in',
    says: 'The hops of a drill from the rows it left, planned time against real, and those of the drill before it.',
    params: one,
    output: drillTimes,
  }),
  drillLessons: endpoint({
    method: 'GET',
    path: '/api/drills/:id/lessons',
    may: 'signed-in',
    says: 'What a drill taught: for its desk and evaluators at once, for whoever was in it once the review is recorded.',
    params: one,
    output: lessons,
  }),
  noteObservation: endpoint({
    method: 'POST',
    path: '/api/drills/:id/observations',
    may: 'signed-in',
    says: 'Notes what an evaluator, or the desk, saw in a drill.',
    params: one,
    body: observationInput,
    output: z.object({ id }),
    status: 201,
    refusals: ['drill-not-begun'],
  }),
  noteFinding: endpoint({
    method: 'POST',
    path: '/api/drills/:id/findings',
    may: 'plan-drills',
    says: 'Says what was expected, what happened and why, once the drill is over.',
    params: one,
    body: findingInput,
    output: z.object({ id }),
    status: 201,
    refusals: ['drill-not-over', 'review-stands'],
  }),
  decideRemedy: endpoint({
    method: 'POST',
    path: '/api/drills/:id/findings/:finding/remedies',
    may: 'plan-drills',
    says: 'Decides what is to be bettered, by which seat of the drill and until which day.',
    params: z.object({ id, finding: id }),
    body: remedyInput,
    output: z.object({ id }),
    status: 201,
    refusals: ['drill-not-over', 'review-stands', 'owner-not-in-drill', 'due-in-the-past'],
  }),
  closeRemedy: endpoint({
    method: 'POST',
    path: '/api/drills/:id/remedies/:remedy/closure',
    may: 'signed-in',
    says: 'Says by what a remedy was carried out; for its owner and the desk of the drill.',
    params: z.object({ id, remedy: id }),
    body: z.strictObject({ evidence: said(1000) }),
    output: z.object({ id, closedAt: instant }),
    status: 201,
  }),
  writeReview: endpoint({
    method: 'POST',
    path: '/api/drills/:id/review',
    may: 'plan-drills',
    says: 'Writes the review of a drill that is over. It stands when another person of the desk has confirmed it.',
    params: one,
    body: z.strictObject({ said: said(4000), decided: said(4000) }),
    output: z.object({ id }),
    status: 201,
    refusals: ['drill-not-over', 'already-there'],
  }),
  confirmReview: endpoint({
    method: 'POST',
    path: '/api/drills/:id/review/confirmation',
    may: 'open-drills',
    says: 'Confirms the review that another person of the desk wrote; whoever was in the drill reads it from then on.',
    params: one,
    body: z.strictObject({}).optional(),
    output: z.object({ id, recordedAt: instant }),
    status: 201,
    refusals: ['no-review', 'drill-needs-second-person'],
  }),
} as const;
