import { z } from 'zod';
import { endpoint } from '../../kernel/endpoint.ts';
import { bilingual, id, instant, line, prose } from '../../kernel/shapes.ts';

/** How another CEPTOAR answers: it does the same now, or thinks about it. */
export const answers = ['adopted', 'considering'] as const;
export type Answer = (typeof answers)[number];

const listed = z.object({
  id,
  title: z.string(),
  /** The CEPTOAR it tells of. */
  of: bilingual,
  writtenAt: instant,
  publishedAt: instant.nullable(),
  /** The reader's own answer. */
  answer: z.enum(answers).nullable(),
});
export type ShowcaseListed = z.infer<typeof listed>;

/** A showcase as its reader may know it: counts are for the writing seat, consent and second person its own affair too. */
export const showcaseView = listed.extend({
  practice: z.string(),
  adopting: z.string(),
  desk: z
    .object({
      consented: z.string(),
      /** Whether the reader wrote it, and so cannot publish it. */
      mine: z.boolean(),
      told: z.number().int(),
      adopted: z.number().int(),
      considering: z.number().int(),
    })
    .nullable(),
});
export type ShowcaseView = z.infer<typeof showcaseView>;

/** The doors to showcases of advanced CEPTOARs. */
export const showcaseDoors = {
  listShowcases: endpoint({
    method: 'GET',
    path: '/api/showcases',
    may: 'signed-in',
    says: 'What advanced CEPTOARs do, as far as it has reached the acting seat; latest first.',
    output: z.object({ items: z.array(listed), next: z.string().nullable() }),
  }),
  showShowcase: endpoint({
    method: 'GET',
    path: '/api/showcases/:id',
    may: 'signed-in',
    says: 'One showcase; for the seat that wrote it also how many were told and how they answered.',
    params: z.object({ id }),
    output: showcaseView,
  }),
  writeShowcase: endpoint({
    method: 'POST',
    path: '/api/showcases',
    may: 'draft-provisions',
    says: 'Writes what a CEPTOAR does and how to adopt it, with how it consented. It goes to nobody before another person publishes it.',
    body: z.strictObject({
      title: line(200),
      circle: z.string().max(60),
      consented: line(400),
      practice: prose(8000),
      adopting: prose(8000),
    }),
    output: z.object({ id }),
    status: 201,
    refusals: ['no-such-ceptoar', 'nothing-said'],
  }),
  publishShowcase: endpoint({
    method: 'POST',
    path: '/api/showcases/:id/publication',
    may: 'approve-provisions',
    says: 'Publishes a showcase that another person wrote: it is sent to the secretariats of all other CEPTOARs.',
    params: z.object({ id }),
    body: z.strictObject({}).optional(),
    output: z.object({ id, recipients: z.number().int() }),
    status: 201,
    refusals: ['release-needs-second-person', 'already-sent', 'audience-empty'],
  }),
  answerShowcase: endpoint({
    method: 'PUT',
    path: '/api/showcases/:id/answer',
    may: 'receive-provisions',
    says: 'Says whether the acting seat’s CEPTOAR does the same now or thinks about it; a later answer replaces it.',
    params: z.object({ id }),
    body: z.strictObject({ state: z.enum(answers) }),
    output: z.object({ id, state: z.enum(answers) }),
  }),
} as const;
