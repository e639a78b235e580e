import { join } from '../../platform/http/door.ts';
import { planSurvey } from './commands/plan-survey.ts';
import { relaySurvey } from './commands/relay-survey.ts';
import { turnSurvey } from './commands/turn-survey.ts';
import { surveysDoors } from './contract.ts';
import { listSurveys, showSurvey, surveyAudience, surveyReach } from './queries/campaigns.ts';

/** The doors of this room with what answers them. */
export const surveysRoutes = join(surveysDoors, {
  listSurveys,
  planSurvey: (acting, { body }) => planSurvey(acting, body),
  showSurvey: (acting, { params }) => showSurvey(acting, params.id),
  surveyAudience: (acting, { params }) => surveyAudience(acting, params.id),
  surveyReach: (acting, { params }) => surveyReach(acting, params.id),
  openSurvey: (acting, { params, body }) => turnSurvey(acting, params.id, 'opened', body),
  callSurveyOff: (acting, { params, body }) => turnSurvey(acting, params.id, 'called-off', body),
  extendSurvey: (acting, { params, body }) => turnSurvey(acting, params.id, 'extended', body),
  closeSurvey: (acting, { params, body }) => turnSurvey(acting, params.id, 'closed', body),
  relaySurvey: (acting, { params }) => relaySurvey(acting, params.id),
});
