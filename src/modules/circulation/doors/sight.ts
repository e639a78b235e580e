import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { id, instant } from '../../../kernel/shapes.ts';
import { itemKinds } from './kinds.ts';

/** Of what one may ask who sees it: what circulates, and the places in which seats talk. */
export const sightKinds = [...itemKinds, 'thread', 'inquiry', 'support', 'situation'] as const;
export type SightKind = (typeof sightKinds)[number];

/** Why somebody sees a thing: how it was addressed to them, or what part they have in the place. */
export const sightWhys = [
  'author',
  'entered',
  'way',
  'copy',
  'mode',
  'consent',
  'handover',
  'member',
  'secretariat',
  'named',
  'above',
  'agreement',
  'held',
  'sent',
  'takes-part',
  'guest',
  'asker',
  'asked',
  'helper',
  'helped',
  'desk',
  'ministries',
  'crisis',
] as const;
export type SightWhy = (typeof sightWhys)[number];

/** `sees` it now, it is on its `way` to them, or they saw it and it `ended`. */
export const sightStates = ['sees', 'way', 'ended'] as const;
export type SightState = (typeof sightStates)[number];

/** One body as the reader may know it. No name where the reader may not be told it: then it says only what part the body has. */
const sightRow = z.object({
  body: z.string().nullable(),
  capacity: z.string().nullable(),
  sector: z.string().nullable(),
  why: z.enum(sightWhys),
  circle: z.string().nullable(),
  via: z.string().nullable(),
  mine: z.boolean(),
  state: z.enum(sightStates),
  /** How many of the versions that the reader sees this one sees. */
  versions: z.number().int(),
  since: instant.nullable(),
  openedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  /** Whether it knows who reported; told to whoever reported and to nobody else. */
  knowsName: z.boolean().nullable(),
});
export type SightRow = z.infer<typeof sightRow>;

/** Bodies that are not public, as a number. */
const sightGroup = z.object({
  capacity: z.string().nullable(),
  sector: z.string().nullable(),
  state: z.enum(sightStates),
  count: z.number().int(),
  opened: z.number().int(),
  acknowledged: z.number().int(),
});
export type SightGroup = z.infer<typeof sightGroup>;

/** Who sees a thing, why, and who opened it, as far as the reader may know; `whole` when that is all of it. */
export const sight = z.object({
  kind: z.enum(sightKinds),
  id,
  whole: z.boolean(),
  versions: z.number().int(),
  rows: z.array(sightRow),
  groups: z.array(sightGroup),
});
export type Sight = z.infer<typeof sight>;

export const sightDoors = {
  showSight: endpoint({
    method: 'GET',
    path: '/api/sight/:kind/:id',
    may: 'signed-in',
    says: 'Who sees a thing, why, and which bodies opened it: all of it for whoever wrote it, one’s own part for everyone else who sees it. Bodies that are not public are a number, and no person is named.',
    params: z.object({ kind: z.enum(sightKinds), id }),
    output: sight,
  }),
} as const;
