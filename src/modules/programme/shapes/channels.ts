import { z } from 'zod';
import { key, words } from './base.ts';

const common = {
  key,
  title: words,
  says: words,
  /** Capacities that a member may invite as guests; nobody when empty. */
  guests: z.array(key).default([]),
  /** Whether all who take part are told to each other by name, also those whom the directory does not name. */
  named: z.boolean().default(false),
};

/** A kind of space in which seats talk: of circles, of a body and the seat above it, or of seats chosen when it is opened. */
export const spaceKind = z.discriminatedUnion('basis', [
  z.strictObject({
    basis: z.literal('circle'),
    ...common,
    /** One space for each circle of this kind, or for the one circle with this key. */
    circles: z.union([z.strictObject({ kind: z.enum(['sector', 'ceptoar', 'standing']) }), z.strictObject({ key })]),
    capacities: z.array(key).min(1),
  }),
  z.strictObject({ basis: z.literal('pair'), ...common, lower: key, upper: key }),
  z.strictObject({
    basis: z.literal('group'),
    ...common,
    openers: z.array(key).min(1),
    capacities: z.array(key).min(1),
  }),
]);
export type SpaceKind = z.infer<typeof spaceKind>;

/** Who may ask whom for an exchange of views, and through which capacity above it goes. */
export const viewWay = z.strictObject({ from: z.array(key).min(1), to: key, through: key.optional() });
export type ViewWay = z.infer<typeof viewWay>;

/** Who may put an inquiry to whom: `below` only to bodies below the asking seat, `onward` with the wish that it be put on to others. */
export const inquiryWay = z.strictObject({
  from: key,
  to: z.array(key).min(1),
  below: z.boolean().default(false),
  onward: z.boolean().default(false),
});
export type InquiryWay = z.infer<typeof inquiryWay>;

/** For what a seat may ask for support, or be offered it, and by whom; `above`: only by the seat above its body. */
export const supportKind = z.strictObject({
  key,
  helped: z.array(key).min(1),
  helper: key,
  above: z.boolean().default(false),
  title: words,
});
export type SupportKind = z.infer<typeof supportKind>;

/** `channels.yaml` */
export const channelsFile = z.strictObject({
  spaces: z.array(spaceKind),
  views: z.array(viewWay).default([]),
  inquiries: z.array(inquiryWay).default([]),
  supports: z.array(supportKind).default([]),
});
