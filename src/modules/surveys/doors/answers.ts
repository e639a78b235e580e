import { z } from 'zod';
import { endpoint } from '../../../kernel/endpoint.ts';
import { formDefinition } from '../../../kernel/form.ts';
import { handling } from '../../../kernel/marking.ts';
import { bilingual, id, instant, line, prose } from '../../../kernel/shapes.ts';
import { draftInput } from '../../forms/contract.ts';
import { states } from './campaigns.ts';

/** How an answer stands: nobody has written, it is being written, it waits for its signature, it is signed. */
export const answerStates = ['blank', 'begun', 'asked', 'signed'] as const;
export type AnswerState = (typeof answerStates)[number];

const sectionKey = z
  .string()
  .max(60)
  .regex(/^[a-z][A-Za-z0-9]*$/u);
const carry = z.enum(['same', 'changed']);
const answersShape = z.record(z.string(), z.unknown());
const codesShape = z.record(
  z.string(),
  z.array(z.object({ code: z.string(), title: bilingual, says: bilingual.optional() })).readonly(),
);

/** How far a section has come: what cannot be signed so, and what of last year nobody has confirmed, by field. */
const progressShape = {
  key: z.string(),
  asked: z.int(),
  answered: z.int(),
  wrong: z.array(z.string()),
  open: z.array(z.string()),
};

/** A section as the colleagues of the answering body see it. `revision` is 0 while nobody has saved it. */
export const sectionView = z.object({
  ...progressShape,
  answers: answersShape,
  carried: z.record(z.string(), carry),
  revision: z.int(),
  savedAt: instant.nullable(),
  savedBy: bilingual.nullable(),
  mine: z.boolean(),
  delegation: z
    .object({
      person: id,
      to: bilingual,
      by: bilingual,
      until: z.iso.date().nullable(),
      note: z.string().nullable(),
      mine: z.boolean(),
    })
    .nullable(),
  remarks: z.array(z.object({ id, said: z.string(), by: bilingual, at: instant })),
});
export type SectionView = z.infer<typeof sectionView>;

/** The answer of one's own body while it is written, and what became of it. */
export const answerView = z.object({
  survey: z.object({
    id,
    title: bilingual,
    reference: z.string(),
    handling,
    year: z.int(),
    state: z.enum(states),
    due: instant,
    from: z.string().nullable(),
  }),
  state: z.enum(answerStates),
  asked: z.string(),
  readers: z.array(z.object({ capacity: z.string(), named: z.boolean() })),
  form: formDefinition,
  codes: codesShape,
  sections: z.array(sectionView),
  /** What was signed for the same survey before; null in the first year. */
  last: z.object({ year: z.int(), answers: answersShape }).nullable(),
  /** Who asked for the signature, and whether what was asked for still stands as it was. */
  request: z.object({ by: bilingual, at: instant, mine: z.boolean(), current: z.boolean() }).nullable(),
  signed: z.array(
    z.object({
      id,
      n: z.int(),
      at: instant,
      late: z.boolean(),
      by: bilingual,
      askedBy: bilingual,
      withdrawn: z.object({ at: instant, why: z.string() }).nullable(),
    }),
  ),
  colleagues: z.array(z.object({ person: id, name: bilingual, mine: z.boolean(), signs: z.boolean() })),
  may: z.object({ write: z.boolean(), ask: z.boolean(), sign: z.boolean(), withdraw: z.boolean() }),
});
export type AnswerView = z.infer<typeof answerView>;

/** A save of one section. `revision` is that of the section it was made from; a first save has none. */
export const sectionInput = z.strictObject({
  answers: draftInput.shape.content,
  carried: z.record(sectionKey, carry).default({}),
  revision: z.int().min(1).optional(),
});
export type SectionInput = z.output<typeof sectionInput>;

/** What a save answers: the revision for the next, and how far the section has come. */
export const sectionSaved = z.object({ ...progressShape, revision: z.int(), savedAt: instant });
export type SectionSaved = z.infer<typeof sectionSaved>;

/** A signed answer in the list of whoever reads it; `body` only where its reader learns who answered. */
const submissionEntry = {
  id,
  body: z.object({ id, name: z.string() }).nullable(),
  sector: z.string().nullable(),
  at: instant,
  late: z.boolean(),
};

/** A signed answer as its reader sees it. */
export const submissionView = z.object({
  ...submissionEntry,
  survey: z.object({ id, title: bilingual, year: z.int(), handling }),
  form: formDefinition,
  codes: codesShape,
  answers: answersShape,
});
export type SubmissionView = z.infer<typeof submissionView>;

/** One of those asked, and whether they have answered; only for who learns names. */
export const standingRow = z.object({
  body: z.object({ id, name: z.string() }),
  sector: z.string().nullable(),
  sentAt: instant.nullable(),
  answeredAt: instant.nullable(),
  late: z.boolean(),
});

const one = z.object({ id });
const oneSection = z.object({ id, section: sectionKey });
const nothing = z.strictObject({}).optional();

/** The doors of answers. */
export const answerDoors = {
  showAnswer: endpoint({
    method: 'GET',
    path: '/api/surveys/:id/answer',
    may: 'signed-in',
    says: 'The answer of one’s own body to a survey that has come to it, section by section.',
    params: one,
    output: answerView,
  }),
  saveSection: endpoint({
    method: 'PUT',
    path: '/api/surveys/:id/answer/sections/:section',
    may: 'answer-surveys',
    says: 'Saves a section of the answer; a save made from an older revision is refused and overwrites nothing.',
    params: oneSection,
    body: sectionInput,
    output: sectionSaved,
    refusals: ['section-stale', 'answer-signed', 'field-elsewhere'],
  }),
  delegateSection: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/answer/sections/:section/delegation',
    may: 'answer-surveys',
    says: 'Asks a colleague of the same seat to fill in a section, or with null asks nobody any more.',
    params: oneSection,
    body: z.strictObject({ person: id.nullable(), until: z.iso.date().optional(), note: line(200).optional() }),
    output: answerView,
    status: 201,
    refusals: ['not-in-this-seat', 'answer-signed'],
  }),
  remarkOnSection: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/answer/sections/:section/remarks',
    may: 'signed-in',
    says: 'Says something about a section to one’s colleagues; nobody outside the body reads it.',
    params: oneSection,
    body: z.strictObject({ said: prose(2000).refine((s) => s.length > 0, { params: { code: 'text-empty' } }) }),
    output: answerView,
    status: 201,
  }),
  askSignature: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/answer/request',
    may: 'answer-surveys',
    says: 'Asks for the signature of the answer as it stands; whoever asks does not sign.',
    params: one,
    body: nothing,
    output: answerView,
    status: 201,
    refusals: ['answer-signed', 'answers-incomplete', 'not-confirmed', 'survey-over'],
  }),
  signAnswer: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/answer/signature',
    may: 'sign-surveys',
    says: 'Signs the answer as a second person: it goes to whoever the survey says, and is not written into any more.',
    params: one,
    body: nothing,
    output: answerView,
    status: 201,
    refusals: [
      'answer-signed',
      'no-request',
      'sign-needs-second-person',
      'answers-incomplete',
      'not-confirmed',
      'survey-over',
    ],
  }),
  withdrawAnswer: endpoint({
    method: 'POST',
    path: '/api/surveys/:id/answer/withdrawal',
    may: 'sign-surveys',
    says: 'Takes a signed answer back to sign it anew; its readers keep that there was one, and why it was taken back.',
    params: one,
    body: z.strictObject({ why: line(300) }),
    output: answerView,
    status: 201,
    refusals: ['not-signed', 'survey-over'],
  }),
  listAnswers: endpoint({
    method: 'GET',
    path: '/api/surveys/:id/answers',
    may: 'signed-in',
    says: 'The signed answers to a survey that the acting seat reads, and how many were taken back.',
    params: one,
    output: z.object({ items: z.array(z.object(submissionEntry)), withdrawn: z.int(), next: z.null() }),
  }),
  readAnswer: endpoint({
    method: 'GET',
    path: '/api/surveys/:id/answers/:answer',
    may: 'signed-in',
    says: 'One signed answer, for its own seat and whoever reads it.',
    params: z.object({ id, answer: id }),
    output: submissionView,
  }),
  surveyStanding: endpoint({
    method: 'GET',
    path: '/api/surveys/:id/standing',
    may: 'signed-in',
    says: 'Who of those asked has answered and who has not, for a seat that learns names, as far as it oversees them.',
    params: one,
    output: z.object({ items: z.array(standingRow), next: z.null() }),
  }),
} as const;
