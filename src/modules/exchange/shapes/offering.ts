import { z } from 'zod';
import { handling } from '../../../kernel/marking.ts';
import { bilingual, id, instant, line, prose } from '../../../kernel/shapes.ts';

/** The shapes of what a member gives to its hub (持ち寄り). */

/** Whether the centre may have it, and with or without the giver's name. */
export const toCentre = ['no', 'unnamed', 'named'] as const;

/** How far it may go beyond the hub. */
export const extent = z.strictObject({ toMembers: z.boolean(), toCentre: z.enum(toCentre) });
export type Extent = z.output<typeof extent>;

/** Whom a hub passes things on to. */
export const passes = ['members', 'centre'] as const;
export type Pass = (typeof passes)[number];

export const offeringInput = z.strictObject({
  hub: id,
  title: line(200),
  body: prose(20_000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }),
  handling,
  ...extent.shape,
});
export type OfferingInput = z.output<typeof offeringInput>;

/** An offering as its reader may know it. `text` is null once it was taken back, `source` where the reader may not know it. */
export const offeringView = z.object({
  id,
  reference: z.string(),
  part: z.enum(['source', 'hub', 'member', 'centre']),
  hub: bilingual,
  givenAt: instant,
  withdrawnAt: instant.nullable(),
  text: z.object({ title: z.string(), body: z.string(), handling }).nullable(),
  source: bilingual.nullable(),
  /** How far its giver lets it go, and how far it has gone: for the two of them. */
  extent: extent.nullable(),
  passed: z.array(z.object({ to: z.enum(passes), at: instant, endedAt: instant.nullable() })),
  may: z.array(z.enum(['extend', 'withdraw', 'pass-members', 'pass-centre'])),
});
export type OfferingView = z.infer<typeof offeringView>;
