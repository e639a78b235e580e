import { z } from 'zod';
import { dated, duration, key, sample, words } from './base.ts';

/** Up to when something has to be done, and how long before that a reminder goes out. */
export const deadline = z.strictObject({ within: duration, remindBefore: z.array(duration).default([]), sample });
export type Deadline = z.infer<typeof deadline>;

const target = {
  key,
  to: key,
  /** `sector`: those competent for, or belonging to, the sectors concerned; `membership`: members of the tier above; `all`: every seat of the capacity; `agreement`: those with whom the sender has agreed on this kind, at that moment. */
  scope: z.enum(['sector', 'membership', 'all', 'agreement']),
  /** Whether the name of the source goes along. */
  source: z.enum(['always', 'consent', 'never']),
  acknowledge: deadline.optional(),
};

/** What goes only to those whom an agreement covers: kinds of provision with ways of their own. */
export const coveredKinds = ['early-warning', 'partner-notice', 'hub-item'] as const;
export type CoveredKind = (typeof coveredKinds)[number];

/** One tier of a route. `relay` is how soon it has to pass on what came; the last tier has none. */
export const hop = z.strictObject({ ...target, relay: deadline.optional() });

/** A recipient beside the tiers: always, when its sender chooses so, or only when the source permits it. */
export const aside = z.strictObject({
  ...target,
  on: z.enum(['always', 'choice', 'permission']),
  /** The answer that gives the choice or the permission. */
  answer: z
    .string()
    .max(60)
    .regex(/^[a-z][A-Za-z0-9]*$/u)
    .optional(),
  /** The hop that has to have happened first; left out, it goes at the same time as the first hop. */
  after: key.optional(),
});

/**
 * That the source of a report is asked before something made from it is released: how long it is waited for, and what its
 * silence then means. `kinds` are the kinds of provision that are held up for it; left out, all that go this way.
 */
export const sourceApproval = z.strictObject({
  waits: duration,
  silence: z.enum(['releases', 'holds']),
  kinds: z.array(key).min(1).optional(),
  sample,
});
export type SourceApproval = z.infer<typeof sourceApproval>;

/** In which capacities those sit to whom a hub may pass on what a member gives it, while the member lets it. */
export const offerings = z.strictObject({ members: z.array(key).min(1), centre: z.array(key).min(1) });
export type OfferingTerms = z.infer<typeof offerings>;

/** The way of one kind of thing in one mode, tier by tier. */
export const route = z.strictObject({
  key,
  kind: z.enum(['report', 'contribution', 'provision', ...coveredKinds]),
  mode: key,
  title: words,
  origin: key,
  tempos: z.array(z.enum(['relay', 'direct'])).min(1),
  hops: z.array(hop).min(1),
  aside: z.array(aside).default([]),
  sourceApproval: sourceApproval.optional(),
  /** Of a way by agreement: that members give things to the hub where it begins. */
  offerings: offerings.optional(),
  ...dated,
});
export type Route = z.infer<typeof route>;
export type Hop = z.infer<typeof hop>;
export type Aside = z.infer<typeof aside>;

/** A way of operating the whole; the first one listed is the ordinary one. */
export const mode = z.strictObject({ key, title: words, says: words });
export type Mode = z.infer<typeof mode>;

/** A part of the country, with its place (column, row) on a map of equal squares. */
export const region = z.strictObject({
  key,
  title: words,
  tile: z.tuple([z.int().min(0).max(20), z.int().min(0).max(20)]),
});
export type Region = z.infer<typeof region>;

/** A class of recipients beyond the way itself, which gets the name or the content of a report only while its source consents. */
export const onward = z.strictObject({
  key,
  what: z.enum(['name', 'content']),
  title: words,
  says: words,
  to: z.array(key).min(1),
  /** Only these bodies of the capacities; left out, all of them. */
  bodies: z.array(key).default([]),
});
export type Onward = z.infer<typeof onward>;

/** `routes.yaml`. A programme without regions declares its modes for sectors alone. */
export const routesFile = z.strictObject({
  modes: z.array(mode).min(1),
  regions: z.array(region).default([]),
  routes: z.array(route).min(1),
  onward: z.array(onward).default([]),
});
