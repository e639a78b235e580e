import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { noteAnswer } from '../../../circulation/index.ts';
import type { AnswerView } from '../../doors/answers.ts';
import { revisionsOf, showAnswer, type Work, workOf } from '../../queries/answer.ts';
import { progressOf, readyToSign } from '../../rules/answer.ts';
import { ownName } from '../plan-survey.ts';
import { beginAnswer } from './begin-answer.ts';

/** Asks for the signature of the answer as it stands. Whatever is written afterwards makes it ask anew. */
export const askSignature = async (acting: Acting, campaign: string): Promise<AnswerView> => {
  const work = await workOf(acting, campaign, 'lock');
  if (work.state === 'signed') throw new Refusal('answer-signed');
  if (work.campaign.state !== 'open') throw new Refusal('survey-over', { state: work.campaign.state });
  answersOf(acting, work);
  if (work.state === 'asked') return showAnswer(acting, campaign);
  const answer = await beginAnswer(acting, work);
  await acting.db
    .insertInto('surveys.request')
    .values({
      id: randomUUID(),
      answer,
      n: work.requests + 1,
      revisions: JSON.stringify(revisionsOf(work.rows)),
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  acting.afterCommit(acting.wake);
  return showAnswer(acting, campaign);
};

/** The answers as they would be signed; refuses what is wrong, and what of last year nobody has confirmed. */
const answersOf = (acting: Acting, { asked, sections }: Work) => {
  const it = readyToSign(asked, sections, acting.now);
  if (!it.ok) throw new Refusal('answers-incomplete', { problems: it.problems }, 400);
  const open = progressOf(asked, sections, acting.now).flatMap((one) => one.open);
  if (open.length > 0) throw new Refusal('not-confirmed', { fields: open }, 400);
  return it.answers;
};

/**
 * Signs the answer of one's own body as a second person. It is handed to whoever the campaign says that they read it, and is
 * written into no more. After its time it is taken all the same, and marked late; once the campaign is closed it is not.
 */
export const signAnswer = async (acting: Acting, campaign: string): Promise<AnswerView> => {
  const work = await workOf(acting, campaign, 'lock');
  const { campaign: it, id, request } = work;
  if (work.state === 'signed') throw new Refusal('answer-signed');
  if (it.state !== 'open') throw new Refusal('survey-over', { state: it.state });
  if (work.state !== 'asked' || request === null || id === null) throw new Refusal('no-request');
  if (request.person === acting.person) throw new Refusal('sign-needs-second-person');
  const answers = answersOf(acting, work);
  const receipt = await acting.db
    .selectFrom('circulation.receipt')
    .select('sector')
    .where('item', '=', it.item)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  const submission = randomUUID();
  const late = acting.now > it.due;
  await acting.db
    .insertInto('surveys.submission')
    .values({
      id: submission,
      campaign: it.id,
      realm: acting.realm,
      sector: receipt?.sector ?? null,
      answers: JSON.stringify(answers),
      late,
      at: acting.now,
    })
    .execute();
  await acting.db
    .insertInto('surveys.submitter')
    .values({ submission, seat: acting.seat, body: acting.body })
    .execute();
  await acting.db
    .insertInto('surveys.signature')
    .values({
      submission,
      answer: id,
      n: work.signed.length + 1,
      request: request.id,
      asked_by: request.person,
      asked_ja: request.person_ja,
      asked_en: request.person_en,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  await sql`select surveys.hand_in(${submission})`.execute(acting.db);
  await noteAnswer(acting, it.item, true);
  await acting.record({ fact: 'survey.answered', subject: it.item, detail: { of: it.about, late } });
  if (it.profile) await acting.record({ fact: 'profile.updated', subject: it.item, detail: { of: it.about } });
  return showAnswer(acting, campaign);
};

/** Takes a signed answer back, to write and sign it anew while the campaign is open. Its readers keep that there was one, and why it is gone. */
export const withdrawAnswer = async (acting: Acting, campaign: string, why: string): Promise<AnswerView> => {
  const work = await workOf(acting, campaign, 'lock');
  const stands = work.signed.find((it) => it.withdrawn_at === null);
  if (stands === undefined) throw new Refusal('not-signed');
  if (work.campaign.state !== 'open') throw new Refusal('survey-over', { state: work.campaign.state });
  await acting.db
    .insertInto('surveys.withdrawal')
    .values({ submission: stands.submission, why, at: acting.now })
    .execute();
  await noteAnswer(acting, work.campaign.item, false);
  await acting.record({ fact: 'survey.withdrawn', subject: work.campaign.item, detail: { of: work.campaign.about } });
  return showAnswer(acting, campaign);
};
