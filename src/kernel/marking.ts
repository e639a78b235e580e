import { z } from 'zod';

/**
 * Handling marks. Five values in a chain: CLEAR < GREEN < AMBER < AMBER+STRICT < RED. The scheme and version that the
 * originator used are kept beside the place in the chain; TLP 1.0's WHITE is mapped, never overwritten.
 * Source: FIRST, Traffic Light Protocol 2.0 (August 2022) and 1.0.
 */
export const strictness = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const;
export type Strictness = (typeof strictness)[number];

const vocabulary = {
  '2.0': { CLEAR: 0, GREEN: 1, AMBER: 2, 'AMBER+STRICT': 3, RED: 4 },
  '1.0': { WHITE: 0, GREEN: 1, AMBER: 2, RED: 4 },
} as const;

const tlp2 = z.object({ scheme: z.literal('tlp'), version: z.literal('2.0'), value: z.enum(strictness) });
const tlp1 = z.object({
  scheme: z.literal('tlp'),
  version: z.literal('1.0'),
  value: z.enum(['WHITE', 'GREEN', 'AMBER', 'RED']),
});

/** A mark as it was given: scheme, version, value. */
export const handling = z.discriminatedUnion('version', [tlp2, tlp1]);
export type Handling = z.infer<typeof handling>;

/** The mark of TLP 2.0 with this value. */
export const tlp = (value: Strictness): Handling => ({ scheme: 'tlp', version: '2.0', value });

/** Place in the chain, 0 (CLEAR) to 4 (RED). */
export const rank = (mark: Handling): number =>
  (vocabulary[mark.version] as Readonly<Record<string, number>>)[mark.value] ?? 4;

/** Whether `a` lets information travel no further than `b`. */
export const atLeastAsStrict = (a: Handling, b: Handling): boolean => rank(a) >= rank(b);

/** The stricter of two; of equals the first, so that the scheme given first is kept. */
export const stricter = (a: Handling, b: Handling): Handling => (rank(b) > rank(a) ? b : a);

/** The mark of what is made of parts: at least as strict as each. Nothing made of nothing is CLEAR. */
export const strictest = (marks: readonly Handling[]): Handling => marks.reduce(stricter, tlp('CLEAR'));

/** The name of a mark's place in TLP 2.0, e.g. for the chip. */
export const strictnessOf = (mark: Handling): Strictness => strictness[rank(mark)] ?? 'RED';

/** As FIRST writes it: `TLP:AMBER+STRICT`. */
export const label = (mark: Handling): string => `TLP:${mark.value}`;
