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
    showcaseStory(stage),
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

async function* showcaseStory(stage: Stage): Story {
  const at = after(stage.present, -days(40));
  yield at;
  const { id } = await stage.knock(stage.actor('cs.duty'), at, doors.writeShowcase, {
    body: {
      title: '夜間の窓口を三人の輪番で守る',
      circle: 'ceptoar.power',
      consented: '電力CEPTOAR事務局の同意を、電話と書面で得た。（架空）',
      practice:
        '夜間と休日の窓口を三人の輪番にし、引継ぎを一枚の紙にまとめている。情報提供が届いてから会員へ取り次ぐまでの時間が半分になった。',
      adopting:
        '輪番表と引継ぎの書式は、そのまま使える。はじめの一か月は、昼の担当が毎朝、引継ぎを読み合わせるとよい。',
    },
  });
  yield after(at, 180);
  await stage.knock(stage.actor('cs.chief'), after(at, 180), doors.publishShowcase, { params: { id }, body: {} });
  yield after(at, days(2));
  for (const [i, who] of ['ceptoar.water', 'ceptoar.bank'].entries()) {
    const state = i === 0 ? ('adopted' as const) : ('considering' as const);
    await stage.knock(stage.actor(who), after(at, days(2)), doors.answerShowcase, { params: { id }, body: { state } });
  }
}
