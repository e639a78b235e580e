import { dayOf } from '../../../kernel/time.ts';
import { tlp } from '../../../kernel/marking.ts';
import { after } from '../../chance.ts';
import { midnight } from '../../plan/days.ts';
import type { Story } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import { approve, draft } from '../provision.ts';
import type { Stage } from '../stage.ts';

const players = [
  'crisis.npa',
  'crisis.mod',
  'security.npa',
  'ministry.meti',
  'ministry.mic',
  'ceptoar.power',
  'operator.power-a',
  'operator.power-b',
  'operator.telecom-a',
];
const authority = '初動対処 第3（見本）';

/** The same stage inside a drill: nothing that is done on it is live. */
const within = (stage: Stage, realm: string): Stage => ({
  ...stage,
  knock: (who, at, door, call) => stage.knock(who, at, door, call, realm),
});

const planned = (
  stage: Stage,
  at: Date,
  starts: Date,
  words: { title: string; titleEn: string; purpose: string; announced: boolean },
) =>
  stage.knock(stage.actor('cs.duty'), at, doors.planDrill, {
    body: {
      about: 'mode-switch',
      ...words,
      starts: starts.toISOString(),
      ends: after(starts, 150).toISOString(),
      players: players.map((it) => stage.actor(it).seat),
      evaluators: [stage.actor('cs.planner').seat],
    },
  });

/** A drill of the switch some three months ago: planned, opened by a second person, held for two hours, closed and reviewed. */
export async function* heldDrillStory(stage: Stage): Story {
  const starts = after(midnight(stage.present, 98), 13 * 60);
  const plan = after(starts, -9 * 1440);
  yield plan;
  const { id } = await planned(stage, plan, starts, {
    title: '夏の切替え訓練（架空）',
    titleEn: 'Summer drill of the switch (fictitious)',
    purpose: '平時から大規模IT障害対応への切替えを、宣言から平時への復帰まで通しで行い、各段階の時間を測る。',
    announced: true,
  });
  const call = { params: { id }, body: {} };
  yield starts;
  await stage.knock(stage.actor('cs.chief'), starts, doors.openDrill, call);
  for (const [i, who] of players.entries()) {
    const at = after(starts, 1 + i * 0.4);
    yield at;
    await stage.knock(stage.actor(who), at, doors.enterDrill, call);
  }
  yield* switched(within(stage, id), starts);
  const closed = after(starts, 131);
  yield closed;
  await stage.knock(stage.actor('cs.duty'), closed, doors.closeDrill, call);
  yield* reviewed(stage, id, closed);
}

async function* switched(stage: Stage, starts: Date): Story {
  yield* acted(stage, after(starts, 6), 5, {
    verb: 'declare',
    sectors: ['electricity', 'info-comm'],
    regions: ['tohoku', 'kanto'],
    basis: '官邸連絡室の設置（訓練想定）',
  });
  for (const [who, minute] of [
    ['crisis.npa', 17],
    ['crisis.mod', 29],
  ] as const) {
    yield after(starts, minute);
    await stage.knock(stage.actor(who), after(starts, minute), doors.joinMode, { body: {} });
  }
  yield* reportsIn(stage, starts);
  yield* warned(stage, starts);
  yield* acted(stage, after(starts, 118), 4, {
    verb: 'stand-down',
    sectors: [],
    regions: [],
    basis: '官邸連絡室の廃止（訓練想定）',
  });
}

type Act = { verb: 'declare' | 'stand-down'; sectors: string[]; regions: string[]; basis: string };

async function* acted(stage: Stage, at: Date, confirmedAfter: number, act: Act): Story {
  yield at;
  const { id } = await stage.knock(stage.actor('cs.duty'), at, doors.beginModeAct, { body: { ...act, authority } });
  const then = after(at, confirmedAfter);
  yield then;
  await stage.knock(stage.actor('cs.chief'), then, doors.confirmModeAct, { params: { id }, body: {} });
}

const reported = [
  [18, 14, 'operator.power-a', 'ministry.meti', '監視制御の画面が更新されない（訓練想定）'],
  [24, 22, 'operator.telecom-a', 'ministry.mic', '認証の装置が応答しない（訓練想定）'],
] as const;

async function* reportsIn(stage: Stage, starts: Date): Story {
  for (const [minute, relayedAfter, who, ministry, headline] of reported) {
    const at = after(starts, Math.max(minute, 30));
    yield at;
    const { id } = await stage.knock(stage.actor(who), at, doors.submitReport, {
      body: {
        headline,
        summary: '訓練の想定です。手動に切り替えて続けています。',
        eventType: 'E31',
        causeTypes: [],
        handling: tlp('AMBER'),
        answers: { crisisSide: true },
      },
    });
    const relayed = after(at, relayedAfter);
    yield relayed;
    await stage.knock(stage.actor(ministry), relayed, doors.relayReport, { params: { id }, body: {} });
    const read = after(relayed, 4);
    yield read;
    for (const reader of ['cs.duty', 'crisis.npa'])
      await stage.knock(stage.actor(reader), read, doors.showReport, { params: { id } });
  }
}

async function* warned(stage: Stage, starts: Date): Story {
  const at = after(starts, 78);
  yield at;
  const { id } = await draft(stage, 'cs.duty', at, {
    key: 'drill',
    kind: 'warning',
    mark: 'AMBER',
    tempo: 'relay',
    circles: ['ceptoar.power'],
    title: '監視制御の画面を確かめてください（訓練）',
    body: '訓練です。監視制御の画面が更新されているかを確かめ、結果を答えてください。',
  });
  yield after(at, 4);
  await approve(stage, after(at, 4), id, '訓練の文面です。');
  yield after(at, 6);
  await stage.knock(stage.actor('cs.duty'), after(at, 6), doors.dispatchProvision, { params: { id } });
  for (const [who, minute, passes] of [
    ['ministry.meti', 12, true],
    ['ceptoar.power', 19, true],
    ['operator.power-a', 24, false],
    ['operator.power-b', 33, false],
  ] as const) {
    const then = after(at, minute);
    yield then;
    const { receipt } = await stage.knock(stage.actor(who), then, doors.showProvision, { params: { id } });
    if (receipt === null) continue;
    const params = { id: receipt.id };
    await stage.knock(stage.actor(who), then, doors.acknowledge, { params, body: { state: 'received' } });
    if (passes) await stage.knock(stage.actor(who), then, doors.relay, { params });
  }
}

async function* reviewed(stage: Stage, id: string, closed: Date): Story {
  const params = { id };
  const desk = stage.actor('cs.duty');
  const noted = after(closed, 20);
  yield noted;
  for (const body of [
    { step: 'declared', tone: 'good', said: '宣言から確認まで五分。根拠の言い方がそろっていた。' },
    { step: 'relayed', tone: 'issue', said: '二つめの取次ぎは、席を離れていた担当を呼ぶのに時間がかかった。' },
  ] as const)
    await stage.knock(stage.actor('cs.planner'), noted, doors.noteObservation, { params, body });
  const found = after(closed, 1440);
  yield found;
  const finding = await stage.knock(desk, found, doors.noteFinding, {
    params,
    body: {
      step: 'relayed',
      expected: '届いてから十五分で取り次ぐ。',
      happened: '一件は二十二分かかった。担当が席を離れ、代わる人が決まっていなかった。',
      cause: '当番表に代わりの人がない',
    },
  });
  for (const [says, owner, days, done] of [
    ['当番表に代わりの人を載せる', 'ministry.mic', 30, '当番表を改めた（架空）'],
    ['宣言の根拠の文例を配る', 'cs.duty', 60, null],
  ] as const) {
    const due = dayOf(after(found, days * 1440));
    const remedy = await stage.knock(desk, found, doors.decideRemedy, {
      params: { id, finding: finding.id },
      body: { says, owner: stage.actor(owner).seat, due },
    });
    if (done === null) continue;
    yield after(found, (days - 6) * 1440);
    await stage.knock(stage.actor(owner), after(found, (days - 6) * 1440), doors.closeRemedy, {
      params: { id, remedy: remedy.id },
      body: { evidence: done },
    });
  }
  const written = after(closed, 40 * 1440);
  yield written;
  await stage.knock(desk, written, doors.writeReview, {
    params,
    body: {
      said: '切替えの手順は働いた。情報連絡の取次ぎは担当の不在に弱く、計画より遅れた。',
      decided: '代わりの人を当番表に載せる。次の訓練は夜間に、予告なしで行う。（架空）',
    },
  });
  yield after(written, 1440);
  await stage.knock(stage.actor('cs.chief'), after(written, 1440), doors.confirmReview, { params, body: {} });
}

/** The next drill, some three weeks ahead: planned and announced, and still to be opened. */
export async function* comingDrillStory(stage: Stage): Story {
  const at = after(stage.present, -5 * 1440);
  yield at;
  await planned(stage, at, after(midnight(stage.present, -20), 13 * 60), {
    title: '冬の切替え訓練（架空）',
    titleEn: 'Winter drill of the switch (fictitious)',
    purpose: '夏の訓練で決めた改善を確かめる。取次ぎの担当が代わっても時間が変わらないかを見る。',
    announced: true,
  });
}
