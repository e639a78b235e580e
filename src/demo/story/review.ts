import { fiscalYearOf } from '../../kernel/time.ts';
import { quartersSince } from '../../modules/review/index.ts';
import { after } from '../chance.ts';
import type { Story } from '../stage/director.ts';
import { doors } from '../stage/knock.ts';
import type { Stage } from './stage.ts';

const days = (n: number): number => n * 24 * 60;

/** Tells of the figures: each quarter that has ended is published a fortnight later; the oldest one still waits for its second person. */
export const reviewStories = (stage: Stage): Story[] => {
  const ended = quartersSince(after(stage.present, -days(330)), stage.present);
  const [oldest, ...rest] = ended;
  return [
    ...rest.map((it) => publishedStory(stage, it)),
    ...(oldest === undefined ? [] : [waitingStory(stage, oldest)]),
    findingStory(stage),
  ];
};

type Ended = ReturnType<typeof quartersSince>[number];

async function* publishedStory(stage: Stage, { year, quarter, until }: Ended): Story {
  yield after(until, days(12) + 10 * 60);
  const body = { year, quarter };
  const prepared = after(until, days(12) + 10 * 60);
  const { id } = await stage.knock(stage.actor('cs.planner'), prepared, doors.prepareRelease, { body });
  yield after(until, days(15) + 14 * 60);
  await stage.knock(stage.actor('cs.chief'), after(until, days(15) + 14 * 60), doors.publishRelease, {
    params: { id },
    body: {},
  });
}

async function* waitingStory(stage: Stage, { year, quarter }: Ended): Story {
  const at = after(stage.present, -days(1) - 400);
  yield at;
  await stage.knock(stage.actor('cs.planner'), at, doors.prepareRelease, { body: { year, quarter } });
}

async function* findingStory(stage: Stage): Story {
  const at = after(stage.present, -days(180));
  yield at;
  await stage.knock(stage.actor('cs.planner'), at, doors.recordFinding, {
    body: {
      year: fiscalYearOf(at),
      said: '第1報から内閣官房に届くまでの中央値は短くなった。夜間に届いた報の取次ぎは、昼の倍の時間がかかっている。',
      decided: '所管省庁の夜間の連絡先を点検する。四半期ごとに数字を公表し、半年後に見直す。（架空）',
    },
  });
}
