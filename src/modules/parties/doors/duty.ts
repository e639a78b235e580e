import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line } from '../../../kernel/shapes.ts';

const one = z.object({ id });
const nothing = z.strictObject({}).optional();
const day = z.iso.date();
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u);
const body = z.object({ id, name: bilingual });

/** Where whoever is on duty is reached. */
const reached = z.object({ id, label: z.string(), phone: z.string().nullable() });

/** A place in the weekly pattern. `gone` says that the person named no longer sits for the body: then nobody serves it. */
export const shiftView = z.object({
  id,
  called: z.string(),
  person: id.nullable(),
  gone: z.boolean(),
  contact: reached,
  weekdays: z.array(z.number().int()),
  starts: z.string(),
  ends: z.string(),
  from: day,
  to: day.nullable(),
});
export type ShiftView = z.infer<typeof shiftView>;

/** What differs for once; `called` null is nobody at all. */
export const exceptionView = z.object({
  id,
  called: z.string().nullable(),
  gone: z.boolean(),
  contact: reached.nullable(),
  from: instant,
  until: instant,
  note: z.string(),
});
export type ExceptionView = z.infer<typeof exceptionView>;

/** Who is on duty at this moment. */
export const serving = z.object({ called: z.string(), contact: reached, until: instant });

const stretch = z.object({ from: instant, until: instant });

/** A roster with who serves now and where nobody does in the coming fourteen days. */
export const rosterView = z.object({
  body,
  mine: z.boolean(),
  now: serving.nullable(),
  shifts: z.array(shiftView),
  exceptions: z.array(exceptionView),
  gaps: z.array(stretch),
});
export type RosterView = z.infer<typeof rosterView>;

/** Whether what a body has said of its contact points is still to be relied on. */
export const freshnessStates = ['fresh', 'soon', 'late', 'never'] as const;
export const freshnessView = z.object({
  body,
  mine: z.boolean(),
  attestedAt: instant.nullable(),
  due: instant.nullable(),
  state: z.enum(freshnessStates),
  points: z.number().int(),
  /** Points that end within a week, tonight among them. */
  ending: z.number().int(),
});
export type FreshnessView = z.infer<typeof freshnessView>;

export const dutyDoors = {
  showRoster: endpoint({
    method: 'GET',
    path: '/api/roster',
    may: 'signed-in',
    says: 'The duty roster of the acting body, or of one below the acting seat: the pattern, what differs, who serves now, and the gaps.',
    query: z.object({ body: id.optional() }),
    output: rosterView,
  }),
  addShift: endpoint({
    method: 'POST',
    path: '/api/roster/shifts',
    may: 'keep-contacts',
    says: 'Adds a place to the weekly pattern of the acting body. Where the end is not after the beginning it lies on the next day.',
    body: z.strictObject({
      called: line(80),
      person: id.nullable().default(null),
      contact: id,
      weekdays: z.array(z.number().int().min(1).max(7)).min(1).max(7),
      starts: time,
      ends: time,
      from: day.optional(),
      to: day.nullable().default(null),
    }),
    output: rosterView,
    status: 201,
    refusals: ['roster-overlaps', 'roster-full', 'impossible-date', 'not-a-colleague'],
  }),
  endShift: endpoint({
    method: 'DELETE',
    path: '/api/roster/shifts/:id',
    may: 'keep-contacts',
    says: 'Ends a place of the pattern from today; what it was stays.',
    params: one,
    body: nothing,
    output: z.null(),
    status: 204,
  }),
  addException: endpoint({
    method: 'POST',
    path: '/api/roster/exceptions',
    may: 'keep-contacts',
    says: 'Says that for once somebody else serves, or nobody.',
    body: z.strictObject({
      called: line(80).nullable().default(null),
      person: id.nullable().default(null),
      contact: id.nullable().default(null),
      from: instant,
      until: instant,
      note: z.string().max(200).pipe(line(200)).or(z.literal('')).default(''),
    }),
    output: rosterView,
    status: 201,
    refusals: ['roster-overlaps', 'roster-full', 'impossible-date', 'not-a-colleague', 'contact-wanted'],
  }),
  endException: endpoint({
    method: 'DELETE',
    path: '/api/roster/exceptions/:id',
    may: 'keep-contacts',
    says: 'Takes an exception back.',
    params: one,
    body: nothing,
    output: z.null(),
    status: 204,
  }),
  onDuty: endpoint({
    method: 'GET',
    path: '/api/duty',
    may: 'signed-in',
    says: 'Who is on duty at this moment: in the acting body and in those below the acting seat that keep a roster.',
    output: z.object({ items: z.array(z.object({ body, now: serving.nullable() })), next: z.null() }),
  }),
  attest: endpoint({
    method: 'POST',
    path: '/api/attestations',
    may: 'keep-contacts',
    says: 'Says that the contact points of the acting body are right as they stand; it has to be said again in the programme’s time.',
    body: z.strictObject({ points: z.array(id).min(1).max(60) }),
    output: freshnessView,
    status: 201,
    refusals: ['no-contacts', 'contacts-changed'],
  }),
  listFreshness: endpoint({
    method: 'GET',
    path: '/api/freshness',
    may: 'signed-in',
    says: 'Since when the acting body, and each below the acting seat, has said that its contact points are right; and figures by capacity for who reads the programme’s figures.',
    output: z.object({
      items: z.array(freshnessView),
      figures: z.array(z.object({ capacity: z.string(), bodies: z.number().int(), fresh: z.number().int() })),
      next: z.null(),
    }),
  }),
} as const;
