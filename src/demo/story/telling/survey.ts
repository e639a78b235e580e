import { dayOf, fiscalYearOf } from '../../../kernel/time.ts';
import type { AnswerView } from '../../../modules/surveys/contract.ts';
import { theProgramme } from '../../../modules/programme/index.ts';
import { after, chanceOf } from '../../chance.ts';
import { deputyOf } from '../../cast/cast.ts';
import { profileOf } from '../../plan/profiles.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import type { Stage } from '../stage.ts';

const days = (n: number): number => n * 24 * 60;
const ministries = ['ministry.mic', 'ministry.fsa', 'ministry.mhlw', 'ministry.meti', 'ministry.mlit'] as const;

/** Those who have not signed yet this year: one writes, one waits for its second person, the others have not begun. */
const writing = 'ceptoar.power';
const waiting = 'ceptoar.water';
const silent = new Set(['ceptoar.securities', 'ceptoar.petroleum', 'ceptoar.cable-tv']);
/** Who answered after its time last year, and who took its answer back and signed it anew. */
const late = 'ceptoar.logistics';
const again = 'ceptoar.gas';

/** Tells of the yearly survey of the CEPTOARs: last year's, which is closed, and this year's, which is under way; and of that of the standards. */
export const surveyStories = (stage: Stage): Story[] => [
  yearStory(stage, 0, 318),
  yearStory(stage, 1, 24),
  standardsStory(stage),
];

async function* yearStory(stage: Stage, year: 0 | 1, ago: number): Story {
  const began = after(stage.present, -days(ago));
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
    const at = after(began, days(1 + i / 2) + 40 * i);
    yield at;
    await stage.knock(stage.actor(ministry), at, doors.relaySurvey, { params, body: {} });
  }
  const left = new Set(asked(stage));
  yield [...left].map((who) => answerStory(stage, { id, who, year, began, left }));
}

// The ministries have been asked about the standards of their sectors; one has answered, by its two officers.
async function* standardsStory(stage: Stage): Story {
  const began = after(stage.present, -days(16));
  yield began;
  const body = {
    about: 'improvement',
    title: '安全基準等の改善状況の調査（架空）',
    titleEn: 'Survey of how the standards are being improved (fictitious)',
    year: fiscalYearOf(began),
    due: after(began, days(45)).toISOString(),
  };
  const { id } = await stage.knock(stage.actor('cs.duty'), began, doors.planSurvey, { body });
  const params = { id };
  yield after(began, 90);
  await stage.knock(stage.actor('cs.chief'), after(began, 90), doors.openSurvey, { params, body: {} });
  const writes = after(began, days(9));
  yield writes;
  const standards = ['electricity', 'gas', 'chemistry'].map((sector, i) => ({
    name: `分野の安全基準 その${i + 1}（架空）`,
    sector,
    kind: i === 0 ? 'recommended' : 'industry',
    verified: 'done',
    revised: i === 0 ? 'done' : 'not-due',
    ...(i === 0 ? { points: '委託先の管理と、夜間の連絡の手順を加えた。（架空）' } : {}),
  }));
  await stage.knock(stage.actor('ministry.meti'), writes, doors.saveSection, {
    params: { id, section: 'standards' },
    body: { answers: { standards } },
  });
  await stage.knock(stage.actor('ministry.meti'), writes, doors.askSignature, { params, body: {} });
  yield after(writes, 200);
  await stage.knock(stage.actor('meti.night'), after(writes, 200), doors.signAnswer, { params, body: {} });
}

// Whoever signs last lets the campaign be closed: acts are told a few at once, and nobody is to sign what is over.
async function* closingStory(stage: Stage, { id, began }: Answering): Story {
  const at = after(began, days(38));
  yield at;
  const body = { note: '全セプターの回答がそろった。（架空）' };
  await stage.knock(stage.actor('cs.duty'), at, doors.closeSurvey, { params: { id }, body });
}

const asked = (stage: Stage): string[] =>
  stage.cast.players
    .flatMap((it) => it.seats)
    .filter((it) => it.capacity === 'ceptoar' && !it.actor.endsWith('-deputy'))
    .map((it) => it.actor);

interface Answering {
  readonly id: string;
  readonly who: string;
  readonly year: 0 | 1;
  readonly began: Date;
  /** Who has not signed yet. */
  readonly left: Set<string>;
}

async function* answerStory(stage: Stage, it: Answering): Story {
  const { id, who, year, began } = it;
  if (year === 1 && silent.has(who)) return;
  const chance = chanceOf(`answers ${who} ${year}`);
  const tardy = year === 0 && who === late;
  const begins = after(began, days(tardy ? 29 : chance.whole(6, 19)) + chance.whole(0, 400));
  yield begins;
  const half = year === 1 && who === writing;
  await fill(stage, it, begins, half ? 4 : 8);
  const params = { id };
  if (half) {
    const { colleagues } = await stage.knock(stage.actor(who), begins, doors.showAnswer, { params });
    const deputy = colleagues.find((one) => !one.mine);
    const section = { id, section: 'drills' };
    if (deputy !== undefined)
      await stage.knock(stage.actor(who), begins, doors.delegateSection, {
        params: section,
        body: { person: deputy.person, note: '訓練の実績をお願いします。' },
      });
    await stage.knock(stage.actor(who), begins, doors.remarkOnSection, {
      params: section,
      body: { said: '9月の訓練は、予備の手段も試した回として数えてください。（架空）' },
    });
    return;
  }
  const asks = after(begins, chance.whole(60, 900));
  yield asks;
  await stage.knock(stage.actor(who), asks, doors.askSignature, { params, body: {} });
  if (year === 1 && who === waiting) return;
  const signs = after(asks, tardy ? days(3) : chance.whole(30, 1500));
  yield signs;
  await stage.knock(stage.actor(deputyOf(who)), signs, doors.signAnswer, { params, body: {} });
  it.left.delete(who);
  if (year === 0 && it.left.size === 0) yield [closingStory(stage, it)];
  if (year === 0 || who !== again) return;
  yield after(signs, 600);
  await stage.knock(stage.actor(deputyOf(who)), after(signs, 600), doors.withdrawAnswer, {
    params,
    body: { why: '会員の数に、退会した1社を含めていた。（架空）' },
  });
  const mended = after(signs, 660);
  yield mended;
  await fill(stage, it, mended, 8, -1);
  await stage.knock(stage.actor(who), mended, doors.askSignature, { params, body: {} });
  yield after(mended, 90);
  await stage.knock(stage.actor(deputyOf(who)), after(mended, 90), doors.signAnswer, { params, body: {} });
}

// Writes the first sections; what was answered last year is confirmed where it is the same, and changed where it is not.
const fill = async (stage: Stage, { id, who, year }: Answering, at: Date, most: number, fewer = 0): Promise<void> => {
  const body = who === 'ceptoar.bank' ? 'ceptoar.bank' : who;
  const members = theProgramme().bodies.find((it) => it.key === body)?.ceptoar?.members.count ?? 10;
  const profile = profileOf(who, members + fewer, year);
  const params = { id };
  const view = await stage.knock(stage.actor(who), at, doors.showAnswer, { params });
  for (const section of view.sections.slice(0, most)) {
    const answers = profile[section.key] ?? {};
    const carried = carriedOf(view, section.key, answers);
    const save = (carry: typeof carried, revision: number) =>
      stage.knock(stage.actor(who), at, doors.saveSection, {
        params: { id, section: section.key },
        body: { answers, carried: carry, ...(revision === 0 ? {} : { revision }) },
      });
    const { open, revision } = await save(carried, section.revision);
    // The house reads texts in its own spelling: what it then finds to be as it was is said to be the same.
    if (open.length > 0)
      await save({ ...carried, ...Object.fromEntries(open.map((key) => [key, 'same' as const])) }, revision);
  }
};

// Every field of last year is said to be the same or changed; the house itself sees whether that is so.
const carriedOf = (
  view: AnswerView,
  section: string,
  answers: Readonly<Record<string, unknown>>,
): Record<string, 'same' | 'changed'> => {
  const fields = view.form.sections.find((it) => it.key === section)?.fields ?? [];
  return Object.fromEntries(
    fields.flatMap(({ key }) => {
      const before = view.last?.answers[key];
      if (before === undefined) return [];
      return [[key, said(before) === said(answers[key]) ? 'same' : 'changed'] as const];
    }),
  );
};

// A bare value is a known one.
const said = (answer: unknown): string => {
  const { state = 'known', value = answer } = (
    typeof answer === 'object' && !Array.isArray(answer) ? answer : { value: answer }
  ) as { state?: string; value?: unknown };
  return JSON.stringify([state, state === 'unknown' ? null : value]);
};

/** Tells of the hearings that the centre held with some of them, months after last year's survey. */
export const hearingStories = (stage: Stage): Story[] => heard.map((it) => hearingStory(stage, it));

const heard = [
  {
    who: 'ceptoar.power',
    ago: 232,
    with: '事務局長ほか2人（架空）',
    notes:
      '夜間の取次ぎを三人の輪番にした。予備の手段の訓練は年2回を目標にする。分析の担当を増やすかどうかは、来年度に決める。（架空）',
  },
  {
    who: 'ceptoar.bank',
    ago: 228,
    with: '事務局の次長、連絡担当（架空）',
    notes:
      '会員が多く、届いたことの確認に二日かかる。小さな会員には、まとめ役の会員から電話する仕組みを試している。（架空）',
  },
  {
    who: 'ceptoar.water',
    ago: 221,
    with: '事務局の連絡担当（架空）',
    notes: '担当が二人で、災害のときは兼務が重なる。事務局の事業継続計画を今年度のうちに文書にする。（架空）',
  },
] as const;

async function* hearingStory(stage: Stage, it: (typeof heard)[number]): Story {
  const at = after(stage.present, -days(it.ago));
  yield at;
  const params = { id: stage.actor(it.who).body };
  const body = { heldOn: dayOf(at), with: it.with, notes: it.notes, mark: 'AMBER' as const };
  await stage.knock(stage.actor('cs.duty'), at, doors.recordHearing, { params, body });
}
