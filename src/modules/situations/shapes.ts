import { z } from 'zod';
import { handling } from '../../kernel/marking.ts';
import { bilingual, id, instant, line, prose } from '../../kernel/shapes.ts';

/** How a sector stands, the heaviest first. */
export const states = ['stopped', 'degraded', 'checking', 'normal'] as const;
export type SectorState = (typeof states)[number];

/** With whom a picture is shared: the competent ministries, or the crisis response that has taken its places. */
export const parts = ['ministries', 'crisis'] as const;
export type Part = (typeof parts)[number];

/** What can be written into the timeline by hand: a note, damage that is known of, whom one has spoken to. */
export const entryKinds = ['note', 'damage', 'contact'] as const;
/** What is thought of a spill-over. */
export const spillHows = ['suspected', 'confirmed', 'ruled-out'] as const;

const code = z.string().max(60);
const said = (max: number) => prose(max).refine((s) => s.length > 0, { params: { code: 'text-empty' } });

export const situationInput = z.strictObject({ title: line(120), handling });
export const reasonInput = z.strictObject({ reason: line(400) });
export const groupingInput = z.strictObject({ reports: z.array(id).min(1).max(100), reason: line(400) });

/** How a sector stands, as it is shared; `detail` is for the desk and the sector's own ministry. */
export const stateInput = z.strictObject({
  sector: code,
  state: z.enum(states),
  regions: z.array(code).max(60).default([]),
  says: line(200),
  recovery: line(60).optional(),
  detail: prose(4000).optional(),
});
export type StateInput = z.output<typeof stateInput>;

const amount = z.number().min(0).max(1e12);
/** What was measured for one level: each quantity as a number, or from `low` to `high` where it is not known closely. */
export const measureInput = z.strictObject({
  level: code,
  measured: z
    .array(z.strictObject({ quantity: code, low: amount, high: amount.optional() }))
    .min(1)
    .max(12),
});
export type MeasureInput = z.output<typeof measureInput>;

export const spillInput = z.strictObject({
  cause: code,
  effect: code,
  how: z.enum(spillHows),
  says: line(200),
});
export type SpillInput = z.output<typeof spillInput>;

export const decisionInput = z.strictObject({
  decided: line(200),
  options: prose(4000).default(''),
  basis: said(2000),
  authority: line(100),
  /** When it was decided; left out, now. */
  at: instant.optional(),
});
export type DecisionInput = z.output<typeof decisionInput>;

export const entryInput = z.strictObject({
  kind: z.enum(entryKinds),
  text: said(1000),
  at: instant.optional(),
  /** Whether everybody at the picture reads it, or one's own seat alone. */
  shared: z.boolean().default(true),
});
export type EntryInput = z.output<typeof entryInput>;

/** A situation in a list. */
export const situationListed = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  handling,
  state: z.enum(['open', 'ended']),
  openedAt: instant,
  changedAt: instant,
  /** How many sectors do not stand as usual, and the heaviest state among them. */
  touched: z.number().int(),
  worst: z.enum(states).nullable(),
});
export type SituationListed = z.infer<typeof situationListed>;

/** How a service maintenance level stands; the verdict is null where nothing was measured. Numbers only for whom they are. */
export const levelLine = z.object({
  sector: z.string(),
  level: z.string(),
  verdict: z.enum(['below', 'kept', 'open']).nullable(),
  at: instant.nullable(),
  measured: z.array(z.object({ quantity: z.string(), low: z.number(), high: z.number() })),
});
export type LevelLine = z.infer<typeof levelLine>;

/** A line of the picture. `reports` is null where the reader may not know the number. */
export const sectorLine = z.object({
  sector: z.string(),
  state: z.enum(states).nullable(),
  regions: z.array(z.string()),
  says: z.string().nullable(),
  recovery: z.string().nullable(),
  detail: z.string().nullable(),
  at: instant.nullable(),
  /** The office that said it. */
  by: z.string().nullable(),
  reports: z.number().int().nullable(),
  fresh: z.number().int().nullable(),
  levels: z.array(levelLine),
  /** When its ministry was last asked, where it has not answered since. */
  silentSince: instant.nullable(),
  /** The offices that answer for it. */
  competent: z.array(z.string()),
  /** Whether the reader may say how it stands. */
  mine: z.boolean(),
});
export type SectorLine = z.infer<typeof sectorLine>;

/** Something that happened, in the order of its time. Which members are there follows from `kind`. */
export const moment = z.object({
  id: z.string(),
  at: instant,
  kind: z.enum(['course', 'mode', 'report', 'state', 'spill', 'decision', 'entry', 'asked', 'shared']),
  /** What of that kind: a verb, a state, a part. */
  what: z.string(),
  text: z.string().nullable(),
  /** Its sectors: one, two of a spill-over, or all that were asked, parted by spaces. */
  sector: z.string().nullable(),
  by: z.string().nullable(),
  /** Whether everybody at the picture sees it. */
  shared: z.boolean(),
  /** The report, where the reader sees it. */
  report: id.nullable(),
});
export type Moment = z.infer<typeof moment>;

export const spillView = z.object({
  cause: z.string(),
  effect: z.string(),
  how: z.enum(spillHows),
  says: z.string(),
  at: instant,
});
export type SpillView = z.infer<typeof spillView>;

export const decisionView = z.object({
  id,
  decided: z.string(),
  options: z.string(),
  basis: z.string(),
  authority: z.string(),
  decidedAt: instant,
  writtenAt: instant,
  by: bilingual,
  body: z.string().nullable(),
});
export type DecisionView = z.infer<typeof decisionView>;

/** The shared picture of a situation as its reader may know it. */
export const board = z.object({
  id,
  reference: z.string(),
  title: z.string(),
  handling,
  state: z.enum(['open', 'ended']),
  openedAt: instant,
  endedAt: instant.nullable(),
  shared: z.object({ ministries: instant.nullable(), crisis: instant.nullable() }),
  /** How many reports are grouped: for the desk. */
  reports: z.number().int().nullable(),
  sectors: z.array(sectorLine),
  spills: z.array(spillView),
  timeline: z.array(moment),
  decisions: z.array(decisionView),
  /** Who sees this picture, and the crisis ministries that have no place at it. */
  seats: z.array(
    z.object({
      body: z.string(),
      part: z.enum(['desk', 'ministries', 'crisis']),
      seated: z.boolean(),
      mine: z.boolean(),
    }),
  ),
  /** When the next situation report is due, and those that the reader has; unreleased ones are the desk's. */
  nextReport: instant.nullable(),
  written: z.array(z.object({ id, number: z.number().int(), releasedAt: instant.nullable() })),
  may: z.object({ keep: z.boolean(), write: z.boolean() }),
});
export type Board = z.infer<typeof board>;

/** A report in a situation, or one that could be put into it, for the desk. */
export const groupedReport = z.object({
  id,
  reference: z.string(),
  headline: z.string(),
  handling,
  sector: z.string(),
  stage: z.string(),
  submittedAt: instant,
  /** Since when and why it is grouped; null where it is not. */
  grouped: z.object({ at: instant, reason: z.string() }).nullable(),
});
export type GroupedReport = z.infer<typeof groupedReport>;
