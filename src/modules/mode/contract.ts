import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { bilingual, id, instant, line, prose } from '../../kernel/shapes.ts';

/** What can be done to a mode. */
export const verbs = ['declare', 'widen', 'narrow', 'stand-down'] as const;
export type Verb = (typeof verbs)[number];

const keys = z.array(z.string().max(60)).max(100).default([]);

/** An act of mode as somebody begins it. `sectors` and `regions` are the scope, or what is added to it or taken out of it. */
export const actInput = z.strictObject({
  verb: z.enum(verbs),
  /** The mode that is declared; left out, the programme's only other one. */
  mode: z.string().max(60).optional(),
  sectors: keys,
  regions: keys,
  basis: prose(2000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }),
  authority: line(100),
  /** From when; left out, or in the past, from its confirmation. */
  from: instant.optional(),
});
export type ActInput = z.output<typeof actInput>;

/** An act with who began it and who confirmed it. `takesEffect` is null until another person has confirmed it. */
export const actView = z.object({
  id,
  verb: z.enum(verbs),
  mode: z.string(),
  sectors: z.array(z.string()),
  regions: z.array(z.string()),
  basis: z.string(),
  authority: z.string(),
  askedFrom: instant,
  at: instant,
  by: bilingual,
  body: z.string().nullable(),
  state: z.enum(['waiting', 'confirmed', 'withdrawn']),
  takesEffect: instant.nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: bilingual.nullable(),
});
export type ActView = z.infer<typeof actView>;

/** A mode with its scope, since when, who declared it and on what basis. */
export const standing = z.object({
  declaration: id,
  mode: z.string(),
  title: bilingual,
  sectors: z.array(z.string()),
  regions: z.array(z.string()),
  /** When it was declared, and when its scope became what it is. */
  since: instant,
  scopeSince: instant,
  by: bilingual,
  body: z.string().nullable(),
  basis: z.string(),
  authority: z.string(),
});
export type Standing = z.infer<typeof standing>;

/** In what another mode differs from the ordinary one. */
export const difference = z.object({
  kind: z.enum(['recipient', 'time']),
  of: z.enum(['report', 'provision']),
  capacity: z.string(),
  what: z.enum(['acknowledge', 'relay']).nullable(),
  was: z.string().nullable(),
  now: z.string().nullable(),
});
export type DifferenceView = z.infer<typeof difference>;

/** What is in force in this realm, and what waits on the reader's own desk. */
export const modeView = z.object({
  ordinary: z.object({ key: z.string(), title: bilingual }),
  /** Other modes that can be declared; none where the programme has only one. */
  others: z.array(z.object({ key: z.string(), title: bilingual })),
  now: standing.nullable(),
  /** Confirmed, and still to take effect. */
  next: z.object({ act: id, verb: z.enum(verbs), takesEffect: instant }).nullable(),
  differs: z.array(difference),
  waiting: actView.nullable(),
  places: z.array(z.object({ body: z.string(), capacity: z.string(), mine: z.boolean(), at: instant })),
  may: z.object({ begin: z.boolean(), confirm: z.boolean(), withdraw: z.boolean(), join: z.boolean() }),
});
export type ModeView = z.infer<typeof modeView>;

/** The doors of this room. */
export const modeDoors = {
  showMode: endpoint({
    method: 'GET',
    path: '/api/mode',
    may: 'signed-in',
    says: 'The operating mode in force in this realm: scope, since when, who declared it, on what basis, what is different.',
    output: modeView,
  }),
  listModeActs: endpoint({
    method: 'GET',
    path: '/api/mode/acts',
    may: 'signed-in',
    says: 'The acts that changed the operating mode, the latest first; its own desk also sees those that wait or were taken back.',
    output: z.object({ items: z.array(actView), next: z.null() }),
  }),
  beginModeAct: endpoint({
    method: 'POST',
    path: '/api/mode/acts',
    may: 'declare-mode',
    says: 'Begins to declare, widen, narrow or stand down a mode. It changes nothing before another person of the desk has confirmed it.',
    body: actInput,
    output: actView,
    status: 201,
    refusals: [
      'another-act-waits',
      'already-declared',
      'nothing-declared',
      'no-other-mode',
      'scope-empty',
      'scope-unknown',
      'scope-unchanged',
    ],
  }),
  confirmModeAct: endpoint({
    method: 'POST',
    path: '/api/mode/acts/:id/confirmation',
    may: 'confirm-mode',
    says: 'Confirms an act of mode that another person of the same desk began; from then on, or from when it asks, it is in force.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: actView,
    status: 201,
    refusals: ['needs-second-person', 'act-withdrawn', 'already-confirmed'],
  }),
  withdrawModeAct: endpoint({
    method: 'POST',
    path: '/api/mode/acts/:id/withdrawal',
    may: 'declare-mode',
    says: 'Takes an act of mode back that nobody has confirmed yet.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: actView,
    status: 201,
    refusals: ['already-confirmed', 'act-withdrawn'],
  }),
  joinMode: endpoint({
    method: 'POST',
    path: '/api/mode/places',
    may: 'join-mode',
    says: 'Takes the place of the acting seat at the picture that is shared while another mode is in force.',
    body: z.strictObject({}).optional(),
    output: z.object({ declaration: id, at: instant }),
    status: 201,
    refusals: ['nothing-declared'],
  }),
} as const;

/** Facts of this room. The subject is the act; of `mode.joined` the declaration. */
export const modeFacts = [
  'mode.begun',
  'mode.withdrawn',
  'mode.declared',
  'mode.widened',
  'mode.narrowed',
  'mode.stood-down',
  'mode.joined',
] as const;
