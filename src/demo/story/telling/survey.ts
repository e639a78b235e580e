import { fiscalYearOf } from '../../../kernel/time.ts';
import { after } from '../../chance.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage } from '../stage.ts';

const days = (n: number): number => n * 24 * 60;
const ministries = ['ministry.mic', 'ministry.fsa', 'ministry.mhlw', 'ministry.meti', 'ministry.mlit'] as const;

/** Tells of the yearly survey of the CEPTOARs: this year's is under way. */
export const surveyStories = (stage: Stage): Story[] => [askedStory(stage)];

async function* askedStory(stage: Stage): Story {
  const began = after(stage.present, -days(24));
  yield began;
  const body = {
    about: 'ceptoar-profile',
    title: 'セプターの機能・活動の調査（架空）',
    titleEn: 'Survey of the functions and work of CEPTOARs (fictitious)',
    year: fiscalYearOf(began),
    due: after(began, days(30)).toISOString(),
  };
  const { id } = await stage.knock(stage.actor('cs.duty'), began, doors.planSurvey, { body });
  const params = { id };
  yield after(began, 150);
  await stage.knock(stage.actor('cs.chief'), after(began, 150), doors.openSurvey, { params, body: {} });
  for (const [i, ministry] of ministries.entries()) {
    const at = after(began, days(1 + i) + 40 * i);
    yield at;
    await stage.knock(stage.actor(ministry), at, doors.relaySurvey, { params, body: {} });
  }
}
