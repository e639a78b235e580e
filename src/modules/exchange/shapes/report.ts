import { z } from 'zod';
import { handling } from '../../../kernel/marking.ts';
import { id, instant, line, prose } from '../../../kernel/shapes.ts';
import { stages } from '../../../kernel/form.ts';

/** The shapes of a report (情報連絡): of a failure, or of any other kind that the programme knows. */

/** The sector of what belongs to none: told by an office or agency of all of them. */
export const acrossSectors = 'across';

export { type Stage } from '../../../kernel/form.ts';

/** A time as one can know it: an instant, about, between, not yet known, or withheld. */
export const uncertainInstant = z.union([
  instant,
  z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('known'), value: instant }),
    z.strictObject({ state: z.literal('about'), value: instant }),
    z.strictObject({ state: z.literal('between'), from: instant, to: instant }),
    z.strictObject({ state: z.literal('unknown') }),
    z.strictObject({ state: z.literal('withheld') }),
  ]),
]);
export type UncertainInstant = z.infer<typeof uncertainInstant>;

/** Files that one holds, in their order. */
const attachments = z.array(id).max(20).optional();

const content = z.strictObject({
  headline: line(200),
  summary: prose(20_000).optional(),
  occurredAt: uncertainInstant.optional(),
  detectedAt: uncertainInstant.optional(),
  /** Asked where the form of the kind asks for it, as that of failures does. */
  eventType: z.string().max(20).optional(),
  causeTypes: z.array(z.string().max(20)).max(30).optional(),
  answers: z.record(z.string().max(60), z.unknown()).optional(),
  handling,
});

/** What is sent first. Only headline and handling are required, and eventType of a failure, which is meant where no kind is named. */
export const reportInput = content.extend({
  kind: z.string().max(60).optional(),
  sector: z.string().max(60).optional(),
  disclosure: z.strictObject({ nameToCs: z.boolean() }).optional(),
  copyToCeptoar: z.boolean().optional(),
  attachments,
});
export type ReportInput = z.output<typeof reportInput>;

/** What somebody else typed in: whose it is, who said it, by which means and when, and where to call back. */
export const entryInput = reportInput.omit({ copyToCeptoar: true, attachments: true }).extend({
  body: id,
  saidBy: line(200),
  callBack: line(60).optional(),
  channel: z.string().max(40),
  saidAt: instant,
});
export type EntryInput = z.output<typeof entryInput>;

/** A later version: what is left out stays as it was in the version before; null takes back what was said. */
export const versionInput = content.partial().extend({
  summary: content.shape.summary.nullable(),
  occurredAt: content.shape.occurredAt.nullable(),
  detectedAt: content.shape.detectedAt.nullable(),
  causeTypes: content.shape.causeTypes.nullable(),
  stage: z.enum(['follow-up', 'final', 'correction', 'withdrawal']),
  attachments,
});
export type VersionInput = z.output<typeof versionInput>;

/** The receipt the operator gets back. */
export const reportSent = z.object({
  id,
  version: id,
  number: z.number().int(),
  reference: z.string(),
  sentAt: instant,
  sentTo: z.array(z.string()),
});

/** One version as it was sent. */
export const reportVersion = z.object({
  id,
  number: z.number().int(),
  stage: z.enum(stages),
  headline: z.string(),
  summary: z.string().nullable(),
  occurredAt: z.unknown().nullable(),
  detectedAt: z.unknown().nullable(),
  eventType: z.string().nullable(),
  causeTypes: z.array(z.string()),
  answers: z.record(z.string(), z.unknown()),
  handling,
  form: z.object({ key: z.string(), version: z.number().int() }),
  /** The operating mode under which it went; null for what went before modes were kept. */
  mode: z.string().nullable(),
  submittedAt: instant,
});
export type ReportVersion = z.infer<typeof reportVersion>;

/** One station on the way up, with its times; `body` is null where the reader may not know it. */
export const hop = z.object({
  position: z.number().int(),
  capacity: z.string(),
  body: z.object({ id: id.nullable(), name: z.string() }).nullable(),
  state: z.enum(['passed', 'here', 'ahead', 'copied']),
  sentAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  openedAt: instant.nullable(),
  acknowledgedAt: instant.nullable(),
  relayedAt: instant.nullable(),
  due: instant.nullable(),
});
export type Hop = z.infer<typeof hop>;

/** A report as far as it has reached the reader. `source` is null when masked for the reader. */
export const reportView = z.object({
  id,
  reference: z.string(),
  kind: z.string(),
  route: z.enum(['report', 'contribution']),
  sector: z.string(),
  realm: id,
  handling,
  versions: z.array(reportVersion),
  hops: z.array(hop),
  source: z
    .object({
      body: z.object({ id, name: z.string() }),
      contact: z
        .object({ id: id.nullable(), name: z.string(), phone: z.string().nullable(), email: z.string().nullable() })
        .nullable(),
      answers: z.record(z.string(), z.unknown()),
    })
    .nullable(),
  /** How it was typed in for its source, for those who may know the source; null when the source wrote it itself. */
  entry: z
    .object({
      by: z.string(),
      channel: z.string(),
      saidBy: z.string(),
      callBack: z.string().nullable(),
      saidAt: instant,
      enteredAt: instant,
      confirmedAt: instant.nullable(),
    })
    .nullable(),
  disclosure: z.object({ nameToCs: z.boolean(), copyToCeptoar: z.boolean() }).nullable(),
  notes: z.array(z.object({ from: z.string(), note: z.string(), at: instant, version: id })),
  thread: z
    .array(
      z.object({
        id,
        kind: z.enum(['question', 'answer', 'remark']),
        from: z.string(),
        mine: z.boolean(),
        text: z.string(),
        at: instant,
      }),
    )
    .nullable(),
  triage: z
    .array(z.object({ state: z.string(), reason: z.string().nullable(), at: instant, by: z.string().nullable() }))
    .nullable(),
  /** What the desk noted of this report and others; null for everyone but the desk. */
  links: z
    .array(
      z.object({
        id,
        report: z.object({ id, reference: z.string(), headline: z.string() }),
        kind: z.enum(['duplicate', 'related']),
        reason: z.string(),
        at: instant,
        by: z.string().nullable(),
      }),
    )
    .nullable(),
  /** How grave the desk judged it, 0 to 4 on each axis; null for everyone but the desk. */
  severity: z
    .array(
      z.object({
        number: z.number().int(),
        service: z.number().int(),
        safety: z.number().int(),
        other: z.number().int(),
        overall: z.number().int(),
        early: z.boolean(),
        reason: z.string(),
        at: instant,
        by: z.string().nullable(),
      }),
    )
    .nullable(),
  provisions: z
    .array(z.object({ id, title: z.string(), reference: z.string(), sentAt: instant.nullable() }))
    .nullable(),
  receipt: z
    .object({
      id,
      acknowledgedAt: instant.nullable(),
      mustRelay: z.boolean(),
      relayedAt: instant.nullable(),
      relayDue: instant.nullable(),
    })
    .nullable(),
  may: z.object({
    relay: z.boolean(),
    return: z.boolean(),
    talk: z.boolean(),
    addVersion: z.boolean(),
    confirm: z.boolean(),
    triage: z.boolean(),
    provide: z.boolean(),
  }),
});
export type ReportView = z.infer<typeof reportView>;

/** A report in a list. */
export const reportListed = z.object({
  id,
  reference: z.string(),
  kind: z.string(),
  headline: z.string(),
  handling,
  sector: z.string(),
  stage: z.enum(stages),
  number: z.number().int(),
  /** How many answers the latest version changed, as far as both have reached the reader; null of a first one. */
  changes: z.number().int().nullable(),
  eventType: z.string().nullable(),
  submittedAt: instant,
  mode: z.string().nullable(),
  source: z.string().nullable(),
  waiting: z.enum(['relay', 'triage', 'answer']).nullable(),
  due: instant.nullable(),
  triage: z.string().nullable(),
});
export type ReportListed = z.infer<typeof reportListed>;
