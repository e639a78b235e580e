import { z } from 'zod';
import { handling } from '../../../kernel/marking.ts';
import { material } from './material.ts';
import { sourcesAsked } from './source-approval.ts';
import { id, instant, line, prose } from '../../../kernel/shapes.ts';

/** The shapes of a provision (情報提供). */

export const provisionKinds = [
  'warning',
  'advisory',
  'vulnerability',
  'attack-method',
  'recovery-method',
  'attack-notice',
  'lesson',
  'newsletter',
  'early-warning',
  'partner-notice',
  'hub-item',
  'other',
] as const;

/** What a version of a provision is. */
export const provisionStages = ['first', 'update', 'correction', 'recall'] as const;
export type ProvisionStage = (typeof provisionStages)[number];

const kindKey = z
  .string()
  .max(40)
  .regex(/^[a-z]+(?:-[a-z]+)*$/u);

/** To whom: circles and bodies by id or key, never empty. Longer than 500 entries is a circle that has not been made. */
export const audience = z.strictObject({
  circles: z.array(z.string().max(80)).max(500).default([]),
  bodies: z.array(z.string().max(80)).max(500).default([]),
});

/** What the desk begins with. */
export const provisionDraft = z.strictObject({
  title: line(200),
  body: prose(40_000),
  kind: kindKey,
  handling,
  audience,
  derivedFrom: z.array(id).max(50).optional(),
  materials: z.array(material).max(20).optional(),
  tempo: z.enum(['relay', 'direct']),
  acknowledgeBy: instant.optional(),
});
export type ProvisionDraft = z.output<typeof provisionDraft>;

/** Why a standing warning may stay, by its key. */
const keptTrace = z.strictObject({
  key: z.string().max(300),
  reason: prose(1000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }),
});

/** What may change before it is sent; `reasons` are the author's own for what still stands, for the second person to judge. */
export const provisionEdit = z.strictObject({
  title: line(200).optional(),
  body: prose(40_000).optional(),
  kind: kindKey.optional(),
  handling: handling.optional(),
  audience: audience.optional(),
  derivedFrom: z.array(id).max(50).optional(),
  materials: z.array(material).max(20).optional(),
  tempo: z.enum(['relay', 'direct']).optional(),
  acknowledgeBy: instant.nullable().optional(),
  reasons: z.array(keptTrace).max(100).optional(),
  revision: z.number().int().optional(),
});
export type ProvisionEdit = z.output<typeof provisionEdit>;

/** A later version: news or a correction, begun with the text as it was; or a recall, with what its readers are to be told. */
export const provisionVersionInput = z.discriminatedUnion('stage', [
  z.strictObject({ stage: z.enum(['update', 'correction']) }),
  z.strictObject({
    stage: z.literal('recall'),
    reason: prose(2000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }),
  }),
]);
export type ProvisionVersionInput = z.output<typeof provisionVersionInput>;

/** What stands against sending. `text` is the desk's own text; it never says whose name it is. */
export const warning = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trace'),
    key: z.string(),
    text: z.string(),
    what: z.enum(['name', 'domain', 'place', 'person', 'address', 'identifier']),
    where: z.enum(['title', 'body']),
  }),
  z.object({
    kind: z.literal('file-trace'),
    key: z.string(),
    text: z.string(),
    what: z.enum(['name', 'domain', 'place', 'person', 'address', 'identifier']),
    attachment: id,
    file: z.string(),
  }),
  /** Parts of the file no machine can read, such as pictures: somebody has to have looked. */
  z.object({ kind: z.literal('file-unread'), key: z.string(), attachment: id, file: z.string() }),
  z.object({
    kind: z.literal('small-group'),
    key: z.string(),
    sector: z.string(),
    words: z.array(z.string()),
    count: z.number().int(),
    least: z.number().int(),
  }),
  z.object({ kind: z.literal('mark-wider-than-source'), key: z.string() }),
]);
export type Warning = z.infer<typeof warning>;

/** The second person's approval: each standing warning that is accepted, with the reason. */
export const approvalInput = z.strictObject({
  revision: z.number().int().optional(),
  accept: z.array(keptTrace).max(100).optional(),
});
export type ApprovalInput = z.output<typeof approvalInput>;

/** Why somebody who was chosen does not receive it. */
export const whyNot = [
  'no-seat',
  'no-agreement',
  'not-accepted',
  'not-begun',
  'declined',
  'expired',
  'ended',
  'other-kind',
] as const;

/** A kind that the acting seat may begin; null stands for all that go the ordinary way. */
export const provisionWay = z.object({ kind: z.string().nullable(), tempos: z.array(z.enum(['relay', 'direct'])) });
export type ProvisionWay = z.infer<typeof provisionWay>;

/** Exactly those that would receive. */
export const audienceView = z.object({
  recipients: z.array(
    z.object({
      body: z.object({ id, name: z.string(), key: z.string().nullable() }),
      tier: z.string(),
      sector: z.string().nullable(),
      via: z.string().nullable(),
      why: z.enum(['member', 'secretariat', 'named', 'above', 'agreement', 'held']),
      circle: z.string().nullable(),
    }),
  ),
  /** Who was chosen and will not receive it, as far as the author may know them, and why not. */
  leftOut: z.array(
    z.object({ body: z.object({ id, name: z.string(), key: z.string().nullable() }), why: z.enum(whyNot) }),
  ),
  count: z.number().int(),
  tiers: z.array(z.object({ tier: z.string(), count: z.number().int() })),
  sectors: z.array(z.object({ sector: z.string().nullable(), tier: z.string(), count: z.number().int() })),
  /** Against the version before: who is new, and who had it and would not receive this one. */
  changed: z.object({ added: z.array(z.string()), dropped: z.array(z.string()) }).nullable(),
  warnings: z.array(warning),
  blockers: z.array(z.string()),
});
export type AudienceView = z.infer<typeof audienceView>;

/** A provision for its reader. `desk` is null for everyone but the desk that wrote it. */
export const provisionView = z.object({
  id,
  item: id,
  reference: z.string(),
  title: z.string(),
  body: z.string(),
  kind: z.string(),
  handling,
  realm: id,
  tempo: z.enum(['relay', 'direct']),
  acknowledgeBy: instant.nullable(),
  sentAt: instant.nullable(),
  /** The operating mode under which it was sent; null before that. */
  mode: z.string().nullable(),
  state: z.enum(['draft', 'asked', 'approved', 'sent']),
  number: z.number().int(),
  stage: z.enum(provisionStages),
  /** Set once it has been called back: when, and by which body. What it said is then gone for everyone but its desk. */
  recalled: z.object({ at: instant, by: z.string() }).nullable(),
  /** The versions that the reader may see, the latest last. */
  versions: z.array(
    z.object({
      item: id,
      number: z.number().int(),
      stage: z.enum(provisionStages),
      title: z.string(),
      sentAt: instant.nullable(),
    }),
  ),
  receipt: z
    .object({
      id,
      state: z.string().nullable(),
      note: z.string().nullable(),
      openedAt: instant.nullable(),
      acknowledgedAt: instant.nullable(),
      due: instant.nullable(),
      mustRelay: z.boolean(),
      relayedAt: instant.nullable(),
      relayCount: z.number().int(),
    })
    .nullable(),
  desk: z
    .object({
      revision: z.number().int(),
      updatedAt: instant,
      askedAt: instant.nullable(),
      reasons: z.array(z.object({ key: z.string(), reason: z.string() })),
      editors: z.array(z.object({ name: z.string(), mine: z.boolean() })),
      approval: z
        .object({
          by: z.string(),
          at: instant,
          revision: z.number().int(),
          accepted: z.array(z.object({ key: z.string(), reason: z.string() })),
        })
        .nullable(),
      materials: z.array(material),
      derivedFrom: z.array(z.object({ id, reference: z.string(), headline: z.string(), handling })),
      audience: z.object({
        circles: z.array(z.object({ id, key: z.string(), name: z.string() })),
        bodies: z.array(z.object({ id, name: z.string() })),
      }),
      mayApprove: z.boolean(),
      /** The sources of the reports it was made from, where they are asked before it goes out. */
      sources: sourcesAsked.nullable(),
    })
    .nullable(),
});
export type ProvisionView = z.infer<typeof provisionView>;

/** A provision in a list. */
export const provisionListed = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  kind: z.string(),
  handling,
  state: z.enum(['draft', 'asked', 'approved', 'sent']),
  sentAt: instant.nullable(),
  mode: z.string().nullable(),
  stage: z.enum(provisionStages),
  updatedAt: instant,
  due: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  mine: z.boolean(),
  mayApprove: z.boolean(),
  /** Whether it is approved and waits for its sources' word. */
  waitsForSources: z.boolean(),
  /** How much was told back on it, for its desk; null for everyone else. */
  feedback: z.number().int().nullable(),
  tiers: z.array(z.object({ tier: z.string(), targeted: z.number().int(), acknowledged: z.number().int() })),
});
export type ProvisionListed = z.infer<typeof provisionListed>;
