import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { bilingual, id, instant, line, page, paging, prose } from '../../../kernel/shapes.ts';
import { named } from './accounts.ts';

const one = z.object({ id });
const side = z.object({ seat: id, body: z.object({ id, name: bilingual }), capacity: z.string() });

/** Where an agreement stands at this moment: only one that is in force lets anything through. */
export const agreementStates = ['proposed', 'coming', 'in-force', 'expired', 'ended', 'declined', 'lapsed'] as const;
export type AgreementState = (typeof agreementStates)[number];

/** An agreement as either side sees it; nobody else does. */
export const agreementListed = z.object({
  id,
  hub: side,
  other: side,
  mine: z.enum(['hub', 'other']),
  circle: z.object({ id, name: bilingual }).nullable(),
  kinds: z.array(z.string()),
  membersKnown: z.boolean(),
  version: z.string(),
  from: instant,
  until: instant,
  state: z.enum(agreementStates),
  /** It ends within thirty days. */
  expiring: z.boolean(),
});
export type AgreementListed = z.infer<typeof agreementListed>;

/** The whole of it: the text with its hash, and who signed, declined or ended it, and when. */
export const agreementView = agreementListed.extend({
  text: z.string(),
  hash: z.string(),
  proposed: z.object({ at: instant, signedBy: z.string() }),
  answer: z.object({ at: instant, signedBy: z.string(), accepted: z.boolean() }).nullable(),
  end: z.object({ at: instant, by: z.enum(['hub', 'other']), reason: z.string() }).nullable(),
  /** Names of the other members of the circle, where the rules of both agreements let them know each other. */
  fellows: z.array(bilingual),
});
export type AgreementView = z.infer<typeof agreementView>;

/** A seat that concludes agreements, with the kinds of information it may offer and to whom. */
export const hubView = side.extend({
  kinds: z.array(z.object({ kind: z.string(), title: bilingual, to: z.array(z.string()) })),
  introduced: z.boolean(),
});
export type HubView = z.infer<typeof hubView>;

/** A body that has made itself known to a hub, or one's own doing so. */
export const introductionView = side.extend({ at: instant, note: z.string(), from: z.enum(['me', 'them']) });

const kinds = z.array(z.string().max(40)).min(1).max(10);

export const agreementDoors = {
  listHubs: endpoint({
    method: 'GET',
    path: '/api/hubs',
    may: 'signed-in',
    says: 'The public bodies that share by agreement, with the kinds of information each may offer.',
    output: z.object({ items: z.array(hubView), next: z.null() }),
  }),
  introduce: endpoint({
    method: 'POST',
    path: '/api/introductions',
    may: 'keep-agreements',
    says: 'Makes the acting body known to a hub, which may then propose an agreement to it. Twice is once.',
    body: z.strictObject({ hub: id, note: prose(1000).default('') }),
    output: introductionView,
    status: 201,
    refusals: ['not-a-hub', 'own-body'],
  }),
  listIntroductions: endpoint({
    method: 'GET',
    path: '/api/introductions',
    may: 'keep-agreements',
    says: 'Who has made itself known to the acting seat, and to whom it has made itself known; the latest first.',
    query: paging,
    output: page(introductionView),
  }),
  gatherCircle: endpoint({
    method: 'POST',
    path: '/api/hub-circles',
    may: 'keep-agreements',
    says: 'Begins a circle of the acting hub. Its members are those whose agreements name it.',
    body: z.strictObject({ name: named }),
    output: z.object({ id, name: bilingual }),
    status: 201,
    refusals: ['not-a-hub', 'too-many-circles'],
  }),
  listAgreements: endpoint({
    method: 'GET',
    path: '/api/agreements',
    may: 'signed-in',
    says: 'Agreements of the acting seat, those still open first, then by when they end; also what is over.',
    query: paging.extend({ state: z.enum(agreementStates).optional(), side: z.enum(['hub', 'other']).optional() }),
    output: page(agreementListed),
  }),
  showAgreement: endpoint({
    method: 'GET',
    path: '/api/agreements/:id',
    may: 'signed-in',
    says: 'One agreement of the acting seat with its text.',
    params: one,
    output: agreementView,
  }),
  proposeAgreement: endpoint({
    method: 'POST',
    path: '/api/agreements',
    may: 'keep-agreements',
    says: 'Proposes an agreement as a hub. It covers nobody before the other side has accepted this very text.',
    body: z.strictObject({
      seat: id,
      kinds,
      circle: id.nullable().default(null),
      membersKnown: z.boolean().default(false),
      version: line(40),
      text: prose(40_000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }),
      from: instant,
      until: instant,
      signedBy: line(120),
    }),
    output: agreementView,
    status: 201,
    refusals: ['kind-not-offered', 'capacity-not-on-way', 'own-body', 'impossible-date', 'agreement-too-long'],
  }),
  answerAgreement: endpoint({
    method: 'POST',
    path: '/api/agreements/:id/answer',
    may: 'keep-agreements',
    says: 'Accepts or declines what a hub proposed. `hash` is that of the text that was read.',
    params: one,
    body: z.strictObject({ accept: z.boolean(), hash: z.string().regex(/^[0-9a-f]{64}$/u), signedBy: line(120) }),
    output: agreementView,
    refusals: ['answered-already', 'agreement-over', 'text-not-that', 'not-your-answer'],
  }),
  endAgreement: endpoint({
    method: 'POST',
    path: '/api/agreements/:id/end',
    may: 'keep-agreements',
    says: 'Ends an agreement at once; either side may. Nothing more is sent by it from this moment.',
    params: one,
    body: z.strictObject({ reason: line(300) }),
    output: agreementView,
    refusals: ['agreement-over'],
  }),
} as const;
