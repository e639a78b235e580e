import { join } from '../../platform/http/door.ts';
import { saveSection } from './commands/answer/save-section.ts';
import { delegateSection, remarkOnSection } from './commands/answer/share-section.ts';
import { askSignature, signAnswer, withdrawAnswer } from './commands/answer/sign-answer.ts';
import { planSurvey } from './commands/plan-survey.ts';
import { recordHearing } from './commands/record-hearing.ts';
import { relaySurvey } from './commands/relay-survey.ts';
import { turnSurvey } from './commands/turn-survey.ts';
import { surveysDoors } from './contract.ts';
import { showAnswer } from './queries/answer.ts';
import { listSurveys, showSurvey, surveyAudience, surveyReach } from './queries/campaigns.ts';
import { listProfiles, showProfile } from './queries/profiles.ts';
import { listAnswers, readAnswer, surveyStanding } from './queries/submissions.ts';

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
  showAnswer: (acting, { params }) => showAnswer(acting, params.id),
  saveSection: (acting, { params, body }) => saveSection(acting, params.id, params.section, body),
  delegateSection: (acting, { params, body }) => delegateSection(acting, params, body),
  remarkOnSection: (acting, { params, body }) => remarkOnSection(acting, params, body.said),
  askSignature: (acting, { params }) => askSignature(acting, params.id),
  signAnswer: (acting, { params }) => signAnswer(acting, params.id),
  withdrawAnswer: (acting, { params, body }) => withdrawAnswer(acting, params.id, body.why),
  listAnswers: (acting, { params }) => listAnswers(acting, params.id),
  readAnswer: (acting, { params }) => readAnswer(acting, params.id, params.answer),
  listProfiles,
  showProfile: (acting, { params }) => showProfile(acting, params.id),
  recordHearing: (acting, { params, body }) => recordHearing(acting, params.id, body),
  surveyStanding: (acting, { params }) => surveyStanding(acting, params.id),
});
