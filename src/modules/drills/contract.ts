import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { bilingual, id, instant, line, prose } from '../../kernel/shapes.ts';
import { drillSteps } from '../programme/contract.ts';
import { lessonDoors } from './doors/lessons.ts';
import { seatView } from './doors/seats.ts';

/** What can be done to a drill as a whole, and how it then stands. */
export const turns = ['opened', 'paused', 'real', 'resumed', 'closed', 'called-off'] as const;
export type Turn = (typeof turns)[number];
export const states = ['planned', 'open', 'paused', 'closed', 'called-off'] as const;
export type State = (typeof states)[number];
/** As what a seat takes part. */
export const parts = ['desk', 'player', 'evaluator'] as const;
export type Part = (typeof parts)[number];
/** A step that is planned or timed. */
export const step = z.enum(drillSteps);

const minutes = z.number().int().min(0).max(100_000);
const seats = z.array(id).max(500);

/** A drill as somebody plans it. Without `steps` those of its kind in the programme hold. */
export const drillInput = z.strictObject({
  about: z.string().max(60),
  title: line(120),
  titleEn: line(120).optional(),
  purpose: prose(2000),
  starts: instant,
  ends: instant,
  announced: z.boolean(),
  players: seats,
  evaluators: seats.default([]),
  steps: z
    .array(z.strictObject({ what: step, minutes }))
    .max(20)
    .optional(),
});
export type DrillInput = z.output<typeof drillInput>;

const standing = {
  id,
  kind: z.enum(['drill', 'exercise']),
  about: z.string(),
  aboutTitle: bilingual,
  title: bilingual,
  starts: instant,
  ends: instant,
  state: z.enum(states),
  /** Since when it stands so. */
  since: instant,
  /** It is paused because something real happens. */
  real: z.boolean(),
  part: z.enum(parts),
};

/** A drill in a list. */
export const drillEntry = z.object({ ...standing, reviewed: z.boolean() });
export type DrillEntry = z.infer<typeof drillEntry>;

/** A drill as the reader may know it: its desk and evaluators know who takes part, others only their own place. */
export const drillView = z.object({
  ...standing,
  purpose: z.string(),
  announced: z.boolean(),
  by: bilingual,
  invited: z.array(
    z.object({ ...seatView, part: z.enum(parts), mine: z.boolean(), presence: z.enum(['entered', 'left']).nullable() }),
  ),
  turns: z.array(z.object({ what: z.enum(turns), at: instant, note: z.string().nullable(), by: bilingual.nullable() })),
  may: z.object({
    open: z.boolean(),
    callOff: z.boolean(),
    pause: z.boolean(),
    resume: z.boolean(),
    close: z.boolean(),
    real: z.boolean(),
    enter: z.boolean(),
    leave: z.boolean(),
    observe: z.boolean(),
    review: z.boolean(),
    confirm: z.boolean(),
  }),
});
export type DrillView = z.infer<typeof drillView>;

/** The drill in whose realm the reader acts. */
export const drillHere = z.object({ drill: z.object({ ...standing, mayCall: z.boolean() }).nullable() });
export type DrillHere = z.infer<typeof drillHere>;

const one = z.object({ id });
const noted = z.strictObject({ note: prose(500).optional() }).optional();
const turn = <const P extends `/api/${string}`, const M extends 'plan-drills' | 'open-drills' | 'signed-in'>(
  path: P,
  may: M,
  says: string,
  refusals: readonly string[] = [],
) =>
  endpoint({
    method: 'POST',
    path,
    may,
    says,
    params: one,
    body: noted,
    output: drillView,
    status: 201,
    refusals: ['drill-not-so', ...refusals],
  });

/** The doors of this room. */
export const drillsDoors = {
  listDrills: endpoint({
    method: 'GET',
    path: '/api/drills',
    may: 'signed-in',
    says: 'The drills and exercises that the acting seat takes part in, the latest first; for who plans, the kinds there are.',
    output: z.object({
      items: z.array(drillEntry),
      kinds: z.array(z.object({ key: z.string(), kind: z.enum(['drill', 'exercise']), title: bilingual })),
      next: z.null(),
    }),
  }),
  planDrill: endpoint({
    method: 'POST',
    path: '/api/drills',
    may: 'plan-drills',
    says: 'Plans a drill or an exercise. It is held once another person of the desk has opened it.',
    body: drillInput,
    output: drillView,
    status: 201,
    refusals: ['nobody-invited', 'seat-unknown', 'drill-kind-unknown', 'time-backwards'],
  }),
  drillHere: endpoint({
    method: 'GET',
    path: '/api/drills/here',
    may: 'signed-in',
    says: 'The drill in whose realm the reader acts, and how it stands; null in the live realm.',
    output: drillHere,
  }),
  drillSeats: endpoint({
    method: 'GET',
    path: '/api/drills/seats',
    may: 'plan-drills',
    says: 'Seats that can be invited, by a part of their body’s name or by sector: those held today, of bodies that the reader knows.',
    query: z.object({
      q: z.string().max(100).optional(),
      sector: z.string().max(60).optional(),
      capacity: z.string().max(60).optional(),
    }),
    output: z.object({ items: z.array(z.object({ ...seatView, sectors: z.array(z.string()) })), next: z.null() }),
  }),
  showDrill: endpoint({
    method: 'GET',
    path: '/api/drills/:id',
    may: 'signed-in',
    says: 'A drill that the acting seat takes part in.',
    params: one,
    output: drillView,
  }),
  openDrill: turn(
    '/api/drills/:id/opening',
    'open-drills',
    'Opens a drill that another person of the desk planned: its realm can be entered from now on.',
    ['drill-needs-second-person'],
  ),
  callDrillOff: turn('/api/drills/:id/calling-off', 'plan-drills', 'Calls off a drill that nobody has opened.'),
  pauseDrill: turn('/api/drills/:id/pause', 'plan-drills', 'Pauses a drill for everybody in it.'),
  resumeDrill: turn('/api/drills/:id/resumption', 'plan-drills', 'Resumes a paused drill.'),
  closeDrill: turn(
    '/api/drills/:id/closing',
    'plan-drills',
    'Closes a drill. Who was in it goes on reading what is there.',
  ),
  callReal: turn(
    '/api/drills/:id/real',
    'signed-in',
    'Says that something real happens: pauses the drill for everybody in it, at once.',
  ),
  enterDrill: turn('/api/drills/:id/entry', 'signed-in', 'Takes the place of the acting seat in an open drill.', [
    'drill-over',
  ]),
  leaveDrill: turn(
    '/api/drills/:id/leaving',
    'signed-in',
    'Leaves an open drill: nothing more of it comes to the seat.',
    ['drill-over'],
  ),
  ...lessonDoors,
} as const;

/** Facts of this room; the subject is the drill. Those of its desk are recorded in the live realm. */
export const drillsFacts = [
  'drill.planned',
  'drill.called-off',
  'drill.opened',
  'drill.paused',
  'drill.resumed',
  'drill.closed',
  'drill.entered',
  'drill.left',
  'observation.noted',
  'finding.noted',
  'remedy.decided',
  'remedy.closed',
  'review.written',
  'review.recorded',
] as const;
