import { z } from 'zod';
import type { FormDefinition } from '../../../kernel/form.ts';
import { strictness } from '../../../kernel/marking.ts';
import { day, duration, key, sample, words } from './base.ts';
import type { Body, Capacity } from './bodies.ts';
import type { Change } from './changes.ts';
import type { InquiryWay, SpaceKind, SupportKind, ViewWay } from './channels.ts';
import type { CodeList } from './codes.ts';
import type { DrillKind, ReportKind, SurveyKind } from './kinds.ts';

import type { Level } from './levels.ts';
import type { Measure, MeasureGroup, MeasureItem } from './measures.ts';
import type { Obligation } from './obligations.ts';
import type { Mode, Onward, Region, Route } from './routes.ts';
import type { Sector, Supervision } from './sectors.ts';

/** What a handling mark lets a reader do, in plain words. */
export const markExplanation = z.strictObject({ value: z.enum(strictness), title: words, says: words });

/** `programme.yaml` */
export const programmeFile = z.strictObject({
  key,
  version: z.int().min(1),
  title: words,
  plan: z.strictObject({ title: words, chapter: words, decided: day, by: words, fiscalYear: z.int() }),
  /** The data describe the regime as it stood on this day; what came later is in `changes.yaml`. */
  asOf: day,
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'there is no such time zone'),
  languages: z.array(z.enum(['ja', 'en'])).min(1),
  /** The day of the year on which a fiscal year begins, as `04-01`. */
  fiscalYearBegins: z.string().regex(/^\d\d-\d\d$/u, 'the day is written as 04-01'),
  smallGroup: z.strictObject({ fewest: z.int().min(2).max(100), sample }),
  /** What notices may carry outside the portal, and when they are urgent. */
  notices: z.strictObject({
    urgentWithin: duration,
    encryptedUpTo: z.enum(strictness).exclude(['RED']),
    keyReminders: z.array(duration).max(6),
    bounces: z.int().min(1).max(20),
    sample,
  }),
  /** Counts from one to below this are left out of what is published. */
  smallCount: z.strictObject({ fewest: z.int().min(2).max(100), sample }),
  /** On what grounds one may ask to see what one may not see, how long it then stays open, and when those concerned are told. */
  breakGlass: z.strictObject({
    opens: duration,
    lapses: duration,
    bases: z
      .array(z.strictObject({ key, title: words, law: words, tellAfter: duration.optional(), sample }))
      .min(1)
      .max(20),
    sample,
  }),
  /** How often a body has to say that its contact points are right. */
  contacts: z.strictObject({ attestEvery: duration, sample }),
  marking: z.array(markExplanation).length(strictness.length),
});
export type Header = z.infer<typeof programmeFile>;

/** A whole programme, checked: every key it refers to is in it. */
export interface Programme extends Header {
  readonly sectors: readonly Sector[];
  readonly supervision: readonly Supervision[];
  readonly bodies: readonly Body[];
  readonly capacities: readonly Capacity[];
  readonly modes: readonly Mode[];
  readonly regions: readonly Region[];
  readonly routes: readonly Route[];
  readonly obligations: readonly Obligation[];
  readonly levels: readonly Level[];
  readonly onward: readonly Onward[];
  readonly kinds: readonly ReportKind[];
  readonly codeLists: readonly CodeList[];
  readonly forms: readonly FormDefinition[];
  readonly measureGroups: readonly MeasureGroup[];
  readonly measureItems: readonly MeasureItem[];
  readonly measures: readonly Measure[];
  readonly changes: readonly Change[];
  readonly spaces: readonly SpaceKind[];
  readonly views: readonly ViewWay[];
  readonly drills: readonly DrillKind[];
  readonly surveys: readonly SurveyKind[];
  readonly inquiries: readonly InquiryWay[];
  readonly supports: readonly SupportKind[];
}
