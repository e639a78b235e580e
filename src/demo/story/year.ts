import { planReports } from '../plan/reports.ts';
import type { Story } from '../stage/director.ts';
import { contributionStory } from './telling/contribution.ts';
import { comingDrillStory, heldDrillStory } from './mode/drill.ts';
import { largeScaleStory } from './mode/large-scale.ts';
import { judgementStory } from './telling/judgement.ts';
import { channelStory, inquiryStory, supportStory, viewStory } from './telling/channels.ts';
import { presentStories } from './present.ts';
import { provisionStory } from './provision.ts';
import { reportStory } from './report.ts';
import { reviewStories } from './review.ts';
import { sharingStories } from './sharing.ts';
import { situationStories } from './telling/situation.ts';
import { hearingStories, surveyStories } from './telling/survey.ts';
import type { Stage } from './stage.ts';
import { contactStory, invitingStory, leavingStory } from './upkeep.ts';

/** All stories of the year. `most` limits reports and provisions, for a smaller world. */
export const yearStories = (stage: Stage, most = Number.POSITIVE_INFINITY): Story[] => {
  const { world, cast, present } = stage;
  const leavers = world.offices.leavers.filter((it) => cast.operators.some((o) => o.key === it.operator));
  return [
    ...leavers.map((it) => leavingStory(stage, it.operator, it.ago)),
    ...[...cast.contacts.keys()].map((keeper) => contactStory(stage, keeper)),
    ...planReports(world, cast, present)
      .slice(0, most)
      .map((it) => reportStory(stage, it)),
    ...world.provisions.slice(0, most).map((it) => provisionStory(stage, it)),
    largeScaleStory(stage),
    heldDrillStory(stage),
    comingDrillStory(stage),
    ...situationStories(stage),
    ...sharingStories(stage, most),
    ...world.contributions.slice(0, most).map((it) => contributionStory(stage, it)),
    judgementStory(stage),
    ...presentStories(stage),
    ...world.channels.threads.map((it) => channelStory(stage, it)),
    ...world.channels.views.map((it) => viewStory(stage, it)),
    ...world.channels.inquiries.map((it) => inquiryStory(stage, it)),
    ...world.channels.supports.map((it) => supportStory(stage, it)),
    ...reviewStories(stage),
    ...surveyStories(stage),
    ...hearingStories(stage),
    ...leavers.flatMap(({ operator, successor }) =>
      successor === undefined ? [] : [invitingStory(stage, operator, successor)],
    ),
  ];
};
