import { randomUUID } from 'node:crypto';
import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import type { AnswerView } from '../../doors/answers.ts';
import { colleaguesOf, showAnswer, workOf } from '../../queries/answer.ts';
import { ownName } from '../plan-survey.ts';
import { beginAnswer } from './begin-answer.ts';

/** Asks a colleague of the same seat to fill in a section; with nobody, asks nobody any more. Who was asked before no longer is. */
export const delegateSection = async (
  acting: Acting,
  { id, section }: { id: string; section: string },
  input: { person: string | null; until?: string | undefined; note?: string | undefined },
): Promise<AnswerView> => {
  const work = await workOf(acting, id, 'lock');
  if (!work.sections.has(section)) throw notFound();
  if (work.state === 'signed') throw new Refusal('answer-signed');
  const colleague = (await colleaguesOf(acting)).find((it) => it.person === input.person);
  if (input.person !== null && colleague === undefined) throw new Refusal('not-in-this-seat', {}, 400);
  const answer = await beginAnswer(acting, work);
  await acting.db
    .updateTable('surveys.delegation')
    .set({ ended_at: acting.now })
    .where('answer', '=', answer)
    .where('section', '=', section)
    .where('ended_at', 'is', null)
    .execute();
  if (colleague !== undefined)
    await acting.db
      .insertInto('surveys.delegation')
      .values({
        id: randomUUID(),
        answer,
        section,
        to_person: colleague.person,
        to_ja: colleague.name.ja,
        to_en: colleague.name.en,
        until: input.until ?? null,
        note: input.note ?? null,
        person: acting.person,
        ...(await ownName(acting)),
        at: acting.now,
      })
      .execute();
  acting.afterCommit(acting.wake);
  return showAnswer(acting, id);
};

/** Says something about a section to the colleagues of one's own seat. */
export const remarkOnSection = async (
  acting: Acting,
  { id, section }: { id: string; section: string },
  said: string,
): Promise<AnswerView> => {
  const work = await workOf(acting, id, 'lock');
  if (!work.sections.has(section)) throw notFound();
  const answer = await beginAnswer(acting, work);
  await acting.db
    .insertInto('surveys.remark')
    .values({
      id: randomUUID(),
      answer,
      section,
      said,
      person: acting.person,
      ...(await ownName(acting)),
      at: acting.now,
    })
    .execute();
  acting.afterCommit(acting.wake);
  return showAnswer(acting, id);
};
