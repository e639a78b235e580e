import { tlp } from '../../../kernel/marking.ts';
import type { ActInput } from '../../../modules/mode/contract.ts';
import { after } from '../../chance.ts';
import { midnight } from '../../plan/days.ts';
import { type Story, Turn } from '../../stage/director.ts';
import { doors } from '../../stage/knock.ts';
import { take } from '../report.ts';
import type { Stage } from '../stage.ts';

const authority = '初動対処 第3（見本）';
const all = [
  ['declare', 0, ['electricity', 'info-comm'], ['tohoku', 'kanto'], '官邸連絡室の設置（架空）'],
  ['widen', 64, ['finance'], [], '所管省庁の要請（架空）'],
  ['narrow', 410, ['finance'], [], '決済の復旧を確認（架空）'],
  ['stand-down', 655, [], [], '官邸連絡室の廃止（架空）'],
] as const;

const reported = [
  [12, 'operator.power-a', '監視系の一部が応答しない（架空）', '手動に切り替えて供給を続けている。原因は調査中。'],
  [
    31,
    'operator.telecom-a',
    '認証装置の応答が遅い（架空）',
    '一部の利用者がつながりにくい。電源は自家発に切り替えた。',
  ],
  [95, 'operator.bank-a', '一部の現金自動預払機が使えない（架空）', '通信の障害による。窓口は開いている。'],
] as const;

const seats = [
  ['crisis.npa', 19],
  ['crisis.mod', 46],
] as const;

const ministryOf: Readonly<Record<string, string>> = {
  'operator.power-a': 'ministry.meti',
  'operator.telecom-a': 'ministry.mic',
  'operator.bank-a': 'ministry.fsa',
};

/** Something that somebody does at a minute of the day. */
interface Step {
  readonly minutes: number;
  readonly act: (at: Date) => Promise<void>;
}

/**
 * Tells of one day, eleven weeks ago, on which the mode was switched: declared, widened, narrowed and stood down. It is one
 * thread, because what is reported goes in the mode that was confirmed before it.
 */
export async function* largeScaleStory(stage: Stage): Story {
  const start = after(midnight(stage.present, 77), 100);
  const steps = [
    ...all.flatMap((it) => switching(stage, it)),
    ...seats.map(
      ([who, minutes]): Step => ({
        minutes,
        act: async (at) => void (await stage.knock(stage.actor(who), at, doors.joinMode, { body: {} })),
      }),
    ),
    ...reported.flatMap((it) => reporting(stage, it)),
  ].toSorted((a, b) => a.minutes - b.minutes);
  for (const { minutes, act } of steps) {
    const at = after(start, minutes);
    yield new Turn(at);
    await act(at);
  }
}

const switching = (stage: Stage, [verb, minutes, sectors, regions, basis]: (typeof all)[number]): Step[] => {
  let id = '';
  const body: ActInput = { verb, sectors: [...sectors], regions: [...regions], basis, authority };
  return [
    {
      minutes,
      act: async (at) => {
        ({ id } = await stage.knock(stage.actor('cs.duty'), at, doors.beginModeAct, { body }));
      },
    },
    {
      minutes: minutes + 4,
      act: async (at) =>
        void (await stage.knock(stage.actor('cs.chief'), at, doors.confirmModeAct, { params: { id }, body: {} })),
    },
  ];
};

const reporting = (stage: Stage, [minutes, who, headline, summary]: (typeof reported)[number]): Step[] => {
  let id = '';
  const body = {
    headline,
    summary,
    eventType: 'E31',
    causeTypes: [],
    handling: tlp('AMBER'),
    answers: { crisisSide: true },
  };
  return [
    {
      minutes,
      act: async (at) => {
        ({ id } = await stage.knock(stage.actor(who), at, doors.submitReport, { body }));
      },
    },
    {
      minutes: minutes + 9,
      act: async (at) => {
        await stage.knock(stage.actor(ministryOf[who] ?? ''), at, doors.relayReport, { params: { id }, body: {} });
      },
    },
    {
      minutes: minutes + 15,
      act: async (at) => {
        for (const reader of ['cs.duty', 'crisis.npa']) await take(stage, id, reader, at);
      },
    },
  ];
};
