import { answerDoors } from './doors/answers.ts';
import { campaignDoors } from './doors/campaigns.ts';
import { profileDoors } from './doors/profiles.ts';

export * from './doors/answers.ts';
export * from './doors/campaigns.ts';
export * from './doors/profiles.ts';

/** The doors of this room. */
export const surveysDoors = { ...campaignDoors, ...answerDoors, ...profileDoors } as const;

/** Facts of this room; their subject is the item of the campaign (of a hearing, the hearing), and `of` in their detail what is surveyed. */
export const surveysFacts = [
  'survey.planned',
  'survey.opened',
  'survey.called-off',
  'survey.extended',
  'survey.closed',
  'survey.relayed',
  'survey.answered',
  'survey.withdrawn',
  'profile.updated',
  'hearing.held',
] as const;
