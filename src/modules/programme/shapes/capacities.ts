import { z } from 'zod';
import { powers } from '../../../kernel/power.ts';
import { dated, key, words } from './base.ts';

/** A role in a capacity and the powers that come with it. */
export const role = z.strictObject({ key, title: words, powers: z.array(z.enum(powers)) });

/** A capacity in which bodies take part. `short` is what a seat is called beside the name of its body. */
export const capacity = z.strictObject({ key, title: words, short: words, roles: z.array(role).min(1), ...dated });
export type Capacity = z.infer<typeof capacity>;
export type Role = z.infer<typeof role>;

/** `capacities.yaml` */
export const capacitiesFile = z.strictObject({ capacities: z.array(capacity).min(1) });
