import { z } from 'zod';
import { powers } from '../../../kernel/power.ts';
import { dated, day, key, sample, words } from './base.ts';

/** What a body is, before it acts in any capacity. */
export const bodyKinds = [
  'cabinet',
  'ministry',
  'authority',
  'agency',
  'association',
  'ceptoar',
  'csirt',
  'office',
] as const;

/** A name a body bears for a time; `unit` is the office inside it that does this work. */
export const bodyName = z.strictObject({
  name: words,
  short: words.optional(),
  unit: words.optional(),
  ...dated,
  sample,
});

/** A capacity in which a body sits, and since when. */
export const bodySeat = z.strictObject({ capacity: key, ...dated });

/** What makes a body the information-sharing group of a sector. `circle` is the key of the circle of its members. */
export const ceptoarPart = z.strictObject({
  circle: key,
  sectors: z.array(key).min(1),
  secretariat: z.strictObject({ name: words, sample }),
  members: z.strictObject({ count: z.int().min(0), unit: words, asOf: day.optional(), sample }),
});

/** A public body or association that the programme names. Operators are not the programme's to name. */
export const body = z.strictObject({
  key,
  kind: z.enum(bodyKinds),
  names: z.array(bodyName).min(1),
  seats: z.array(bodySeat).default([]),
  ceptoar: ceptoarPart.optional(),
  ...dated,
  sample,
});
export type Body = z.infer<typeof body>;
export type BodyName = z.infer<typeof bodyName>;

/** `bodies.yaml` */
export const bodiesFile = z.strictObject({ bodies: z.array(body).min(1) });

/** A role in a capacity and the powers that come with it. */
export const role = z.strictObject({ key, title: words, powers: z.array(z.enum(powers)) });

/** A capacity in which bodies take part. `short` is what a seat is called beside the name of its body. */
export const capacity = z.strictObject({ key, title: words, short: words, roles: z.array(role).min(1), ...dated });
export type Capacity = z.infer<typeof capacity>;
export type Role = z.infer<typeof role>;

/** `capacities.yaml` */
export const capacitiesFile = z.strictObject({ capacities: z.array(capacity).min(1) });
