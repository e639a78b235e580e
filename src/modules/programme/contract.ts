import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { strictness } from '../../kernel/marking.ts';
import { bilingual } from '../../kernel/shapes.ts';

export type { Body, BodyName, Capacity, Role } from './shapes/bodies.ts';
export type { Change } from './shapes/changes.ts';
export type { SpaceKind } from './shapes/channels.ts';
export type { Code, CodeEdition, CodeList } from './shapes/codes.ts';
export { type DrillKind, type DrillStep, drillSteps, type ReportKind, type SurveyKind } from './shapes/kinds.ts';
export type { Level, LevelRule } from './shapes/levels.ts';
export type { Measure, MeasureGroup, MeasureItem } from './shapes/measures.ts';
export type { Obligation } from './shapes/obligations.ts';
export type { Programme } from './shapes/programme.ts';
export type {
  Aside,
  CoveredKind,
  Deadline,
  Hop,
  Mode,
  OfferingTerms,
  Onward,
  Region,
  Route,
  SourceApproval,
} from './shapes/routes.ts';
export { coveredKinds } from './shapes/routes.ts';
export type { Sector, Supervision } from './shapes/sectors.ts';

const named = z.object({ key: z.string(), title: bilingual });

const sectorView = named.extend({
  competent: z.array(z.string()),
  ceptoars: z.array(z.string()),
  fewest: z.number().int(),
});

const ceptoarView = named.extend({
  circle: z.string(),
  sectors: z.array(z.string()),
  secretariat: z.object({ name: bilingual, sample: z.boolean() }),
  members: z.object({ count: z.number().int(), unit: bilingual, sample: z.boolean() }),
});

const bodyView = named.extend({
  kind: z.string(),
  short: bilingual.nullable(),
  unit: bilingual.nullable(),
  seats: z.array(z.string()),
});

const codeListView = named.extend({
  choice: z.enum(['one', 'many']),
  version: z.string(),
  groups: z.array(named),
  codes: z.array(
    z.object({
      code: z.string(),
      title: bilingual,
      says: bilingual.nullable(),
      group: z.string().nullable(),
      asks: z.string().nullable(),
    }),
  ),
});

/** The programme as everyone signed in may know it: words and public bodies, nothing of anybody's own. */
export const programmeView = z.object({
  key: z.string(),
  version: z.number().int(),
  title: bilingual,
  plan: z.object({ title: bilingual, chapter: bilingual, fiscalYear: z.number().int() }),
  asOf: z.string(),
  timeZone: z.string(),
  languages: z.array(z.enum(['ja', 'en'])),
  modes: z.array(named.extend({ says: bilingual })),
  regions: z.array(named.extend({ tile: z.array(z.number().int()) })),
  sectors: z.array(sectorView),
  ceptoars: z.array(ceptoarView),
  bodies: z.array(bodyView),
  capacities: z.array(named.extend({ short: bilingual, roles: z.array(named) })),
  kinds: z.array(named.extend({ says: bilingual, form: z.string() })),
  codeLists: z.array(codeListView),
  /** Service maintenance levels in force, with the quantities by which they are judged. */
  levels: z.array(
    z.object({
      key: z.string(),
      sector: z.string(),
      service: bilingual,
      keeps: bilingual,
      quantities: z.array(named.extend({ unit: bilingual })),
      basis: bilingual,
      sample: z.boolean(),
    }),
  ),
  /** On what grounds somebody may ask to see what it may not see. */
  breakGlass: z.array(named),
  forms: z.array(z.object({ key: z.string(), version: z.number().int(), title: bilingual })),
  marking: z.array(z.object({ value: z.enum(strictness), title: bilingual, says: bilingual })),
});
export type ProgrammeView = z.infer<typeof programmeView>;

/** The doors of this room. */
export const programmeDoors = {
  programme: endpoint({
    method: 'GET',
    path: '/api/programme',
    may: 'signed-in',
    says: 'The programme as it stands today: sectors, CEPTOARs, public bodies, capacities, modes, code lists, forms and what the marks mean.',
    output: programmeView,
  }),
} as const;
