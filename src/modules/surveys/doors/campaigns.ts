import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { handling } from '../../../kernel/marking.ts';
import { bilingual, id, instant, line, prose } from '../../../kernel/shapes.ts';

/** What can be done to a campaign as a whole, and how it then stands. */
export const turns = ['opened', 'extended', 'closed', 'called-off'] as const;
export type Turn = (typeof turns)[number];
export const states = ['planned', 'open', 'closed', 'called-off'] as const;
export type State = (typeof states)[number];
/** As what a seat has to do with a campaign: it asks, it passes it on, it answers. */
export const parts = ['desk', 'relay', 'answer'] as const;
export type Part = (typeof parts)[number];

/** A campaign as somebody plans it. Without `bodies` it is put to all whom the programme names. */
export const campaignInput = z.strictObject({
  about: z.string().max(60),
  title: line(120),
  titleEn: line(160).optional(),
  year: z.int().min(2000).max(2200),
  due: instant,
  bodies: z.array(id).min(1).max(3000).optional(),
});
export type CampaignInput = z.output<typeof campaignInput>;

const standing = {
  id,
  about: z.string(),
  aboutTitle: bilingual,
  title: bilingual,
  reference: z.string(),
  handling,
  year: z.int(),
  state: z.enum(states),
  /** Since when it stands so. */
  since: instant,
  /** Until when an answer is in time. */
  due: instant,
  part: z.enum(parts),
};

/** A campaign in a list. */
export const campaignEntry = z.object(standing);
export type CampaignEntry = z.infer<typeof campaignEntry>;

/** Who reads what has been signed, and whether they learn who answered. */
const readerView = z.object({ capacity: z.string(), named: z.boolean() });

/** A campaign as the reader may know it. */
export const campaignView = z.object({
  ...standing,
  says: bilingual,
  form: z.object({ key: z.string(), version: z.int(), title: bilingual, questions: z.int() }),
  asked: z.string(),
  readers: z.array(readerView),
  by: bilingual.nullable(),
  openedAt: instant.nullable(),
  turns: z.array(
    z.object({
      what: z.enum(turns),
      at: instant,
      due: instant.nullable(),
      note: z.string().nullable(),
      by: bilingual.nullable(),
    }),
  ),
  /** What the acting seat is to pass on, and until when; null where it passes nothing on. */
  relay: z.object({ due: instant.nullable(), relayedAt: instant.nullable(), waiting: z.int() }).nullable(),
  may: z.object({
    open: z.boolean(),
    callOff: z.boolean(),
    extend: z.boolean(),
    close: z.boolean(),
    relay: z.boolean(),
    answer: z.boolean(),
    /** Reads what is signed of its part, and learns who has answered. */
    read: z.boolean(),
    names: z.boolean(),
  }),
});
export type CampaignView = z.infer<typeof campaignView>;

/** Exactly to whom an unopened campaign would go: those asked, those who pass it on, and those chosen who would not be reached. */
export const audienceView = z.object({
  asked: z.int(),
  onTheWay: z.int(),
  recipients: z.array(
    z.object({
      body: id,
      name: z.string(),
      capacity: z.string(),
      sector: z.string().nullable(),
      tier: z.int(),
      via: z.string().nullable(),
      asked: z.boolean(),
    }),
  ),
  leftOut: z.array(z.object({ body: id, name: z.string(), why: z.string() })),
});
export type AudienceView = z.infer<typeof audienceView>;

/** How far a campaign has come: counts by tier and sector of what the reader oversees. */
export const reachRow = z.object({
  tier: z.int(),
  capacity: z.string(),
  sector: z.string().nullable(),
  targeted: z.int(),
  sent: z.int(),
  delivered: z.int(),
  opened: z.int(),
  relayed: z.int(),
  answered: z.int(),
  late: z.int(),
});
export type ReachRow = z.infer<typeof reachRow>;

const one = z.object({ id });
const noted = z.strictObject({ note: prose(500).optional() }).optional();

/** The doors of campaigns. */
export const campaignDoors = {
  listSurveys: endpoint({
    method: 'GET',
    path: '/api/surveys',
    may: 'signed-in',
    says: 'The surveys that the acting seat asks, passes on or answers, the latest first; for who plans, what the programme surveys.',
    output: z.object({
      items: z.array(campaignEntry),
      kinds: z.array(z.object({ key: z.string(), title: bilingual, says: bilingual, due: instant, year: z.int() })),
      next: z.null(),
    }),
  }),
  planSurvey: endpoint({
    method: 'POST',
    path: '/api/surveys',
    may: 'plan-surveys',
    says: 'Plans a campaign. It goes to nobody before another person of the desk has opened it.',
    body: campaignInput,
    output: campaignView,
    status: 201,
    refusals: ['survey-unknown', 'due-too-soon', 'audience-empty', 'body-not-asked'],
  }),
  showSurvey: endpoint({
    method: 'GET',
    path: '/api/surveys/:id',
    may: 'signed-in',
    says: 'A campaign that the acting seat asks, passes on or answers.',
    params: one,
    output: campaignView,
  }),
  surveyAudience: endpoint({
    method: 'GET',
    path: '/api/surveys/:id/audience',
    may: 'plan-surveys',
    says: 'Exactly to whom an unopened campaign would go, by the function that also sends it.',
    params: one,
    output: audienceView,
    refusals: ['survey-not-so'],
  }),
  surveyReach: endpoint({
    method: 'GET',
    path: '/api/surveys/:id/reach',
    may: 'signed-in',
    says: 'How far a campaign has come, in counts: the whole for its desk, for who passes it on what stands below.',
    params: one,
    output: z.object({ items: z.array(reachRow), next: z.null() }),
  }),
  openSurvey: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/opening',
    may: 'open-surveys',
    says: 'Opens a campaign that another person of the desk planned, and sends it to the first tier.',
    params: one,
    body: noted,
    output: campaignView,
    status: 201,
    refusals: ['survey-not-so', 'survey-needs-second-person', 'due-too-soon', 'audience-empty', 'body-not-asked'],
  }),
  callSurveyOff: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/calling-off',
    may: 'plan-surveys',
    says: 'Calls off a campaign that nobody has opened.',
    params: one,
    body: noted,
    output: campaignView,
    status: 201,
    refusals: ['survey-not-so'],
  }),
  extendSurvey: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/extension',
    may: 'plan-surveys',
    says: 'Gives everybody more time; whoever has not answered is reminded anew.',
    params: one,
    body: z.strictObject({ due: instant, note: prose(500).optional() }),
    output: campaignView,
    status: 201,
    refusals: ['survey-not-so', 'due-too-soon', 'due-not-later'],
  }),
  closeSurvey: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/closing',
    may: 'plan-surveys',
    says: 'Closes a campaign: nothing more is asked of anybody, and what was written stays with who wrote it.',
    params: one,
    body: noted,
    output: campaignView,
    status: 201,
    refusals: ['survey-not-so'],
  }),
  relaySurvey: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/relay',
    may: 'relay-provisions',
    says: 'Passes a survey on to those whom it is to reach through the acting seat; they are asked from then on.',
    params: one,
    body: z.strictObject({}).optional(),
    output: campaignView,
    refusals: ['nothing-to-relay', 'already-relayed', 'survey-not-so'],
  }),
} as const;
