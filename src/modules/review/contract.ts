import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { id, instant, prose } from '../../kernel/shapes.ts';
import { showcaseDoors } from './doors.ts';

/** What is counted: what operators reported, by type of event and by cause; what public bodies reported; what was provided. */
export const counted = ['reports', 'events', 'causes', 'agencies', 'provisions'] as const;
export type Counted = (typeof counted)[number];

const year = z.number().int().min(2000).max(2100);
const quarter = z.number().int().min(1).max(4);
const asked = z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() });

/** A row of the figures. `code` is of the programme's list, and empty where the whole is counted. */
const row = z.object({
  what: z.enum(counted),
  code: z.string(),
  quarters: z.array(z.number().int()),
  total: z.number().int(),
});

/**
 * The figures of a fiscal year. The rules of counting:
 *  - a case counts once, in the quarter in which its first version reached the centre, however often it was followed up;
 *  - it counts under the type of event of the latest version that has reached the centre, so that a row may still change;
 *  - it has one type and any number of causes: types add up to the reports, causes to more or less than these;
 *  - a case that was withdrawn had been received, and stays counted;
 *  - reports of ministries and agencies stand in a row of their own;
 *  - a provision counts once, in the quarter in which its first version was sent;
 *  - nothing counts before a ministry has passed it on, and nothing of a drill or an exercise counts at all.
 */
export const figuresView = z.object({
  year,
  /** The fiscal years one may ask for, latest first. */
  years: z.array(year),
  countedAt: instant,
  /** `until` is the first instant after a quarter. */
  quarters: z.array(z.object({ quarter, from: instant, until: instant, over: z.boolean() })),
  rows: z.array(row),
  /**
   * Up: from the operator's sending to each tier that received it, and from tier to tier, by the first version of a case.
   * Down: from sending a provision to the acknowledgement. Seconds.
   */
  hops: z.array(
    z.object({
      way: z.enum(['up', 'down']),
      tier: z.number().int(),
      capacity: z.string(),
      n: z.number().int(),
      medianSeconds: z.number(),
      maxSeconds: z.number(),
    }),
  ),
  /** Bodies that let the time for acknowledging a provision of this year run out, of those it reached. Never by name. */
  silent: z.array(z.object({ sector: z.string(), bodies: z.number().int(), asked: z.number().int() })),
  /** Counts below this are not published. */
  fewest: z.number().int(),
});
export type FiguresView = z.infer<typeof figuresView>;

const released = z.object({
  id,
  year,
  /** Null is the whole year with its quarters. */
  quarter: quarter.nullable(),
  state: z.enum(['prepared', 'published']),
  preparedAt: instant,
  publishedAt: instant.nullable(),
  /** Whether the reader prepared it, and so cannot approve it. */
  mine: z.boolean(),
  /** Whether another release was published since it was prepared; it can then no longer be. */
  overtaken: z.boolean(),
  /** SHA-256 of the CSV, in hexadecimal. */
  sha256: z.string(),
});
export type Released = z.infer<typeof released>;

/** A release with its table. It never splits by sector. A cell of null is hidden, because it or another is small. */
export const releaseView = released.extend({
  fewest: z.number().int(),
  /** As `2026Q1` and, for the year, `2026`. */
  periods: z.array(z.string()),
  rows: z.array(z.object({ what: z.enum(counted), code: z.string(), cells: z.array(z.number().int().nullable()) })),
  /** The file as it is handed out, the same bytes each time. */
  csv: z.string(),
});
export type ReleaseView = z.infer<typeof releaseView>;

const finding = z.object({ id, year, said: z.string(), decided: z.string(), at: instant });
export type Finding = z.infer<typeof finding>;

export const reviewDoors = {
  ...showcaseDoors,
  figures: endpoint({
    method: 'GET',
    path: '/api/figures',
    may: 'read-figures',
    says: 'What the regime did in a fiscal year, by quarter: cases, causes, provisions, how long each hop took, how many stayed silent.',
    query: asked,
    output: figuresView,
  }),
  listReleases: endpoint({
    method: 'GET',
    path: '/api/releases',
    may: 'signed-in',
    says: 'The figures that were published, latest first; for those who publish, also what is prepared.',
    output: z.object({ items: z.array(released), next: z.string().nullable() }),
  }),
  showRelease: endpoint({
    method: 'GET',
    path: '/api/releases/:id',
    may: 'signed-in',
    says: 'A release with its table and its file, which never change.',
    params: z.object({ id }),
    output: releaseView,
  }),
  prepareRelease: endpoint({
    method: 'POST',
    path: '/api/releases',
    may: 'publish-figures',
    says: 'Writes down the figures of a quarter or a year that is over, small numbers hidden so that no sum over this and earlier releases gives them away. A quarter that was published keeps its numbers.',
    body: z.strictObject({ year, quarter: quarter.nullable() }),
    output: z.object({ id }),
    status: 201,
    refusals: ['period-not-over', 'already-published', 'cannot-be-hidden'],
  }),
  publishRelease: endpoint({
    method: 'POST',
    path: '/api/releases/:id/publication',
    may: 'publish-figures',
    says: 'Publishes a release that another person prepared.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: z.object({ id, publishedAt: instant }),
    status: 201,
    refusals: ['release-needs-second-person', 'release-overtaken'],
  }),
  listFindings: endpoint({
    method: 'GET',
    path: '/api/findings',
    may: 'read-figures',
    says: 'The yearly reviews of the regime, latest first: what the figures say and what was decided.',
    output: z.object({ items: z.array(finding), next: z.string().nullable() }),
  }),
  recordFinding: endpoint({
    method: 'POST',
    path: '/api/findings',
    may: 'publish-figures',
    says: 'Records a review of the regime in a fiscal year. It is not changed afterwards; a later thought is a new one.',
    body: z.strictObject({ year, said: prose(8000), decided: prose(8000) }),
    output: z.object({ id }),
    status: 201,
    refusals: ['nothing-said', 'year-not-begun'],
  }),
} as const;

/** Facts of this room. Their subject is the release, the finding, or the item of the showcase. */
export const reviewFacts = [
  'figures.prepared',
  'figures.published',
  'regime.reviewed',
  'showcase.written',
  'showcase.published',
  'showcase.answered',
] as const;
