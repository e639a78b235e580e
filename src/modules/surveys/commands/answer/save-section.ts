import { notFound, Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { savingOf } from '../../../forms/index.ts';
import type { SectionInput, SectionSaved } from '../../doors/answers.ts';
import { type Work, workOf } from '../../queries/answer.ts';
import { progressOf, strangersIn } from '../../rules/answer.ts';
import { ownName } from '../plan-survey.ts';
import { beginAnswer } from './begin-answer.ts';

/**
 * Saves one section of the answer of one's own body. A save made from an older revision is refused, so that of two colleagues
 * in one section neither overwrites the other unseen. What is written after a campaign was closed is kept all the same.
 */
export const saveSection = async (
  acting: Acting,
  campaign: string,
  key: string,
  input: SectionInput,
): Promise<SectionSaved> => {
  const work = await workOf(acting, campaign, 'lock');
  if (!work.sections.has(key)) throw notFound();
  if (work.state === 'signed') throw new Refusal('answer-signed');
  const names = [...Object.keys(input.answers), ...Object.keys(input.carried)];
  const strangers = strangersIn(work.campaign.form, key, names);
  if (strangers.length > 0) throw new Refusal('field-elsewhere', { fields: strangers.slice(0, 20) }, 400);

  const row = work.rows.get(key);
  const form = { key: work.campaign.form.key, version: work.campaign.form.version };
  const content = { answers: input.answers, carried: input.carried };
  const stored = row && {
    kind: key,
    form,
    revision: row.revision,
    content: { answers: row.answers, carried: row.carried },
  };
  const saving = savingOf(stored ?? null, { kind: key, form, content, revision: input.revision });
  // A first save says that it knows of none before it: another's is not replaced by it either.
  if (saving === 'stale' || (saving === 'replace' && input.revision === undefined))
    throw new Refusal(
      'section-stale',
      { revision: row?.revision ?? 0, by: row?.person_ja ?? null, byEn: row?.person_en ?? null },
      412,
    );
  if (saving === 'same' && row !== undefined) return savedOf(acting, work, key, row.revision, row.at);

  const answer = await beginAnswer(acting, work);
  const revision = (row?.revision ?? 0) + 1;
  const values = {
    answers: JSON.stringify(input.answers),
    carried: JSON.stringify(input.carried),
    revision,
    person: acting.person,
    ...(await ownName(acting)),
    at: acting.now,
  };
  await (row === undefined
    ? acting.db
        .insertInto('surveys.section')
        .values({ answer, key, ...values })
        .execute()
    : acting.db
        .updateTable('surveys.section')
        .set(values)
        .where('answer', '=', answer)
        .where('key', '=', key)
        .execute());
  acting.afterCommit(acting.wake);
  const sections = new Map(work.sections).set(key, content);
  return savedOf(acting, { ...work, sections }, key, revision, acting.now);
};

const savedOf = (
  acting: Acting,
  work: Pick<Work, 'asked' | 'sections'>,
  key: string,
  revision: number,
  at: Date,
): SectionSaved => {
  const progress = progressOf(work.asked, work.sections, acting.now).find((it) => it.key === key);
  return {
    key,
    asked: progress?.asked ?? 0,
    answered: progress?.answered ?? 0,
    wrong: [...(progress?.wrong ?? [])],
    open: [...(progress?.open ?? [])],
    revision,
    savedAt: at.toISOString(),
  };
};
