import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging, prose } from '../../kernel/shapes.ts';
import { provisionView, reportView } from '../exchange/contract.ts';

/** What may be opened: what a thing says, or who is behind a report. Each by itself. */
export const opened = ['content', 'source'] as const;

/** How a request stands: it waits, nobody decided in time, it was refused; it is open, was ended, or its hours are over. */
export const states = ['waiting', 'lapsed', 'refused', 'open', 'ended', 'over'] as const;
export type BreakGlassState = (typeof states)[number];

const seat = z.object({ name: z.string(), capacity: z.string(), mine: z.boolean() });

/** A request as its reader may know it. */
const requestView = z.object({
  id,
  /** As it was asked for; whether there is such a thing it does not say. */
  reference: z.string(),
  what: z.enum(opened),
  basis: z.string(),
  reason: z.string(),
  by: seat,
  office: seat,
  at: instant,
  lapses: instant,
  state: z.enum(states),
  decidedAt: instant.nullable(),
  note: z.string().nullable(),
  until: instant.nullable(),
  endedAt: instant.nullable(),
  /** When those whom it concerns are told. */
  tellAt: instant.nullable(),
  readings: z.array(instant),
  /** It concerns the reader's own body. */
  concerns: z.boolean(),
  may: z.object({ decide: z.boolean(), read: z.boolean(), end: z.boolean() }),
});
export type BreakGlassRequest = z.infer<typeof requestView>;

/** What the second person sees behind a reference; null where it sees nothing, whether or not there is something. */
const foundView = z.object({ id, kind: z.enum(['report', 'provision']), title: z.string(), decides: z.boolean() });

const requestShown = requestView.extend({ found: foundView.nullable() });
export type BreakGlassShown = z.infer<typeof requestShown>;

/** What was opened, for as long as it takes to answer once. */
const content = z.object({
  until: instant,
  report: reportView.nullable(),
  provision: provisionView.nullable(),
  source: z
    .object({ name: bilingual, contact: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
    .nullable(),
});
export type Opened = z.infer<typeof content>;

const one = z.object({ id });

/** The doors of this room. */
export const breakglassDoors = {
  listBreakGlass: endpoint({
    method: 'GET',
    path: '/api/break-glass',
    may: 'signed-in',
    says: 'Requests of the acting seat, those it decides, those that concern its body once it is told, and for an auditor all; the latest first.',
    query: paging,
    output: page(requestView),
  }),
  breakGlassTerms: endpoint({
    method: 'GET',
    path: '/api/break-glass/terms',
    may: 'ask-break-glass',
    says: 'On what grounds one may ask, whom, and for how long it then stays open.',
    output: z.object({
      opens: z.string(),
      lapses: z.string(),
      bases: z.array(z.object({ key: z.string(), title: bilingual, law: bilingual, tellAfter: z.string().nullable() })),
      offices: z.array(z.object({ seat: id, name: z.string(), capacity: z.string() })),
    }),
  }),
  askBreakGlass: endpoint({
    method: 'POST',
    path: '/api/break-glass',
    may: 'ask-break-glass',
    says: 'Asks another office to open what a reference stands for. The answer is the same whether or not there is such a thing.',
    body: z.strictObject({
      reference: line(40),
      what: z.enum(opened),
      basis: z.string().max(60),
      reason: prose(2000).refine((s) => s !== '', { params: { code: 'text-empty' } }),
      office: id,
    }),
    output: z.object({ id, at: instant, lapses: instant }),
    status: 201,
    refusals: ['reference-malformed', 'basis-unknown', 'office-unknown'],
  }),
  showBreakGlass: endpoint({
    method: 'GET',
    path: '/api/break-glass/:id',
    may: 'signed-in',
    says: 'One request; for the second person also what it sees behind the reference.',
    params: one,
    output: requestShown,
  }),
  decideBreakGlass: endpoint({
    method: 'POST',
    path: '/api/break-glass/:id/decision',
    may: 'allow-break-glass',
    says: 'Allows or refuses a request put to the acting seat, as another person than asked. Only what one sees oneself can be opened.',
    params: one,
    body: z.strictObject({ allow: z.boolean(), note: prose(2000).optional() }),
    output: z.object({ id, allowed: z.boolean(), until: instant.nullable() }),
    status: 201,
    refusals: ['needs-second-person', 'already-decided', 'request-lapsed', 'nothing-to-open'],
  }),
  readBreakGlass: endpoint({
    method: 'GET',
    path: '/api/break-glass/:id/content',
    may: 'ask-break-glass',
    says: 'What was opened, while it is open. Each reading is recorded, and those whom it concerns see when.',
    params: one,
    output: content,
    refusals: ['break-glass-over'],
  }),
  endBreakGlass: endpoint({
    method: 'POST',
    path: '/api/break-glass/:id/end',
    may: 'signed-in',
    says: 'Ends what is open, by the seat that asked or the one that allowed it.',
    params: one,
    body: z.strictObject({}).optional(),
    output: z.object({ id, endedAt: instant }),
    refusals: ['break-glass-over'],
  }),
} as const;

/** Facts of this room. Their subject is the request, never what was opened. */
export const breakglassFacts = [
  'break-glass.asked',
  'break-glass.allowed',
  'break-glass.refused',
  'break-glass.read',
  'break-glass.ended',
  'break-glass.told',
] as const;
