import { sql } from 'kysely';
import type { Acting } from '../../../platform/acting.ts';

/** That a survey of the reader's is to be looked at again. */
export interface SurveyChange {
  readonly kind: 'survey';
  readonly id: string;
  readonly at: Date;
}

/** Which surveys changed since an instant, as far as they have come to the reader. */
export const surveyChanges = async (acting: Acting, since: Date): Promise<SurveyChange[]> => {
  const { rows } = await sql<SurveyChange>`
    select 'survey' as kind, t.campaign as id, t.at from surveys.turn t where t.at > ${since}
    union all select 'survey', s.campaign, s.at from surveys.submission s where s.at > ${since}
    union all select 'survey', a.campaign, p.at from surveys.section p join surveys.answer a on a.id = p.answer where p.at > ${since}
    union all select 'survey', a.campaign, m.at from surveys.remark m join surveys.answer a on a.id = m.answer where m.at > ${since}
    union all select 'survey', a.campaign, d.at from surveys.delegation d join surveys.answer a on a.id = d.answer where d.at > ${since}
    union all select 'survey', a.campaign, q.at from surveys.request q join surveys.answer a on a.id = q.answer where q.at > ${since}
    union all select 'survey', r.campaign, w.at from surveys.withdrawal w join surveys.reader r on r.submission = w.submission
     where w.at > ${since}
    union all select 'survey', a.campaign, w.at from surveys.withdrawal w join surveys.signature g on g.submission = w.submission
      join surveys.answer a on a.id = g.answer where w.at > ${since}
    limit 100`.execute(acting.db);
  return rows;
};
