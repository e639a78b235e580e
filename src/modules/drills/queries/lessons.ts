import { sql } from 'kysely';
import { dayOf } from '../../../kernel/time.ts';
import type { Acting } from '../../../platform/acting.ts';
import type { DrillStep } from '../../programme/contract.ts';
import type { Lessons } from '../doors/lessons.ts';
import { drillOf, namesOf } from './load.ts';

interface Remedy {
  id: string;
  finding: string;
  says: string;
  owner: string;
  due: string;
  closed_at: Date | null;
  evidence: string | null;
}

/** What a drill taught, as far as the row policies show it to the reader. */
export const drillLessons = async (acting: Acting, id: string): Promise<Lessons> => {
  const drill = await drillOf(acting, id);
  const [observations, findings, remedies] = [
    await acting.db.selectFrom('drills.observation').selectAll().where('drill', '=', id).orderBy('at').execute(),
    await acting.db
      .selectFrom('drills.finding')
      .selectAll()
      .where('drill', '=', id)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    await remediesOf(acting, id),
  ];
  const deciding =
    acting.live && drill.part === 'desk' && acting.may('plan-drills') && drill.state === 'closed' && !drill.reviewed;
  const invited = deciding
    ? await acting.db.selectFrom('drills.invited').select('seat').where('drill', '=', id).execute()
    : [];
  const nameOf = await namesOf(acting, [...remedies.map((it) => it.owner), ...invited.map((it) => it.seat)]);
  const today = dayOf(acting.now);
  return {
    observations: observations.map((it) => ({
      id: it.id,
      step: it.step as DrillStep | null,
      tone: it.tone as 'good',
      said: it.said,
      at: it.at.toISOString(),
      by: { ja: it.person_ja, en: it.person_en },
    })),
    findings: findings.map((it) => ({
      id: it.id,
      step: it.step as DrillStep | null,
      expected: it.expected,
      happened: it.happened,
      cause: it.cause,
      remedies: remedies
        .filter((r) => r.finding === it.id)
        .map((r) => ({
          id: r.id,
          says: r.says,
          owner: nameOf(r.owner),
          due: r.due,
          late: r.closed_at === null && r.due < today,
          closed: r.closed_at === null ? null : { at: r.closed_at.toISOString(), evidence: r.evidence ?? '' },
          mayClose: acting.live && r.closed_at === null && (r.owner === acting.seat || drill.part === 'desk'),
        })),
    })),
    review: await reviewOf(acting, id),
    owners: invited.map((it) => nameOf(it.seat)),
  };
};

const remediesOf = async (acting: Acting, id: string): Promise<Remedy[]> => {
  const { rows } = await sql<Remedy>`
    select r.id, r.finding, r.says, r.owner, r.due::text as due, c.at as closed_at, c.evidence
      from drills.remedy r left join drills.remedy_closure c on c.remedy = r.id
     where r.drill = ${id} order by r.at, r.id`.execute(acting.db);
  return rows;
};

const reviewOf = async (acting: Acting, id: string): Promise<Lessons['review']> => {
  const review = await acting.db.selectFrom('drills.review').selectAll().where('drill', '=', id).executeTakeFirst();
  if (review === undefined) return null;
  const second = await acting.db
    .selectFrom('drills.review_confirmation')
    .selectAll()
    .where('drill', '=', id)
    .executeTakeFirst();
  return {
    said: review.said,
    decided: review.decided,
    at: review.at.toISOString(),
    by: { ja: review.person_ja, en: review.person_en },
    confirmed:
      second === undefined ? null : { at: second.at.toISOString(), by: { ja: second.person_ja, en: second.person_en } },
  };
};
