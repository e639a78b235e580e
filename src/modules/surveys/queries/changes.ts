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
    limit 100`.execute(acting.db);
  return rows;
};
