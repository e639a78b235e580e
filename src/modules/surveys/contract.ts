import { campaignDoors } from './doors/campaigns.ts';

export * from './doors/campaigns.ts';

/** The doors of this room. */
export const surveysDoors = { ...campaignDoors } as const;

/** Facts of this room; their subject is the item of the campaign, and `of` in their detail what is surveyed. */
export const surveysFacts = [
  'survey.planned',
  'survey.opened',
  'survey.called-off',
  'survey.extended',
  'survey.closed',
  'survey.relayed',
] as const;
