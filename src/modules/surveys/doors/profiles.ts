import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { formDefinition } from '../../../kernel/form.ts';
import { handling } from '../../../kernel/marking.ts';
import { bilingual, id, instant, line, prose } from '../../../kernel/shapes.ts';

/** How far a hearing record may travel. */
export const hearingMarks = ['GREEN', 'AMBER', 'AMBER+STRICT'] as const;

/** A body whose profile the reader may read. */
export const profileEntry = z.object({
  body: z.object({ id, name: z.string() }),
  sector: z.string().nullable(),
  /** Years of which it has signed something, the latest first. */
  years: z.array(z.int()),
  answeredAt: instant.nullable(),
  heardOn: z.iso.date().nullable(),
});
export type ProfileEntry = z.infer<typeof profileEntry>;

/** What a body signed about itself in a year, in the form as it was asked then. */
export const profileYear = z.object({
  year: z.int(),
  survey: id,
  submission: id,
  at: instant,
  late: z.boolean(),
  form: formDefinition,
  codes: z.record(
    z.string(),
    z.array(z.object({ code: z.string(), title: bilingual, says: bilingual.optional() })).readonly(),
  ),
  answers: z.record(z.string(), z.unknown()),
});
export type ProfileYear = z.infer<typeof profileYear>;

/** What was said when a body was heard. */
export const hearingView = z.object({
  id,
  year: z.int(),
  heldOn: z.iso.date(),
  with: z.string(),
  notes: z.string(),
  handling,
  by: bilingual,
  at: instant,
});
export type HearingView = z.infer<typeof hearingView>;

/** The profile of one body, year by year, with the hearings beside it. */
export const profileView = z.object({
  body: z.object({ id, name: z.string() }),
  sector: z.string().nullable(),
  handling,
  years: z.array(profileYear),
  hearings: z.array(hearingView),
  /** Capacities that would read a hearing besides the seat that writes it down. */
  told: z.array(z.string()),
  may: z.object({ hear: z.boolean() }),
});
export type ProfileView = z.infer<typeof profileView>;

/** A hearing as it is written down. */
export const hearingInput = z.strictObject({
  heldOn: z.iso.date(),
  with: line(200),
  notes: prose(8000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }),
  mark: z.enum(hearingMarks),
});

const one = z.object({ id });

/** The doors of profiles. */
export const profileDoors = {
  listProfiles: endpoint({
    method: 'GET',
    path: '/api/profiles',
    may: 'signed-in',
    says: 'The bodies whose profile the acting seat may read: what they signed about themselves year by year.',
    output: z.object({ items: z.array(profileEntry), next: z.null() }),
  }),
  showProfile: endpoint({
    method: 'GET',
    path: '/api/profiles/:id',
    may: 'signed-in',
    says: 'The profile of one body: what it signed in each year, and the hearings that the acting seat may read.',
    params: one,
    output: profileView,
  }),
  recordHearing: endpoint({
    method: 'POST',
    path: '/api/profiles/:id/hearings',
    may: 'plan-surveys',
    says: 'Writes down a hearing of a body beside what it answers; whoever the survey says reads it.',
    params: one,
    body: hearingInput,
    output: profileView,
    status: 201,
    refusals: ['held-in-future'],
  }),
} as const;
