import type { DecisionInput, EntryInput, SectorState } from '../../modules/situations/contract.ts';
import { after } from '../chance.ts';
import { midnight } from './days.ts';

/** What happens to a situation, in minutes from its beginning. */
type Step = readonly [minutes: number, who: string, act: Act];
/** One thing that is done to it. */
export type Act =
  | { readonly do: 'share'; readonly part: 'ministries' | 'crisis' }
  | { readonly do: 'group'; readonly headlines: readonly string[]; readonly reason: string }
  | { readonly do: 'ask'; readonly sectors: readonly string[] }
  | { readonly do: 'entry'; readonly kind: EntryInput['kind']; readonly text: string; readonly shared?: boolean }
  | { readonly do: 'end'; readonly reason: string }
  | { readonly do: 'rhythm'; readonly hours: number }
  | { readonly do: 'report'; readonly summary: string; readonly outlook: string; readonly second?: string }
  | ({ readonly do: 'decide' } & Omit<DecisionInput, 'at'>)
  | {
      readonly do: 'spill';
      readonly pair: readonly [cause: string, effect: string];
      readonly how: 'suspected' | 'confirmed';
      readonly says: string;
    }
  | {
      readonly do: 'state';
      readonly of: string;
      readonly state: SectorState;
      readonly regions?: readonly string[];
      readonly says: string;
      readonly recovery?: string;
      readonly detail?: string;
    };

/** A situation as it is told: when it begins, what it is called, and what happens to it. */
export interface Told {
  readonly title: string;
  readonly start: (present: Date) => Date;
  readonly steps: readonly Step[];
}

/** What is told of the day on which the mode was switched; its minutes are those of `large-scale.ts`. */
export const declared: Told = {
  title: '東北・関東の複合障害（架空）',
  start: (present) => after(midnight(present, 77), 100),
  steps: [
    [26, 'cs.duty', { do: 'group', headlines: ['監視系の一部が応答しない（架空）'], reason: '宣言のもとになった報告' }],
    [28, 'cs.duty', { do: 'share', part: 'ministries' }],
    [29, 'cs.duty', { do: 'share', part: 'crisis' }],
    [30, 'cs.duty', { do: 'rhythm', hours: 2 }],
    [33, 'cs.duty', { do: 'ask', sectors: ['electricity', 'info-comm', 'finance', 'railway', 'water', 'medical'] }],
    [
      38,
      'ministry.meti',
      {
        do: 'state',
        of: 'electricity',
        state: 'stopped',
        regions: ['tohoku'],
        says: '監視系を切り離し、手動で供給を継続',
        recovery: '未定',
        detail: '監視系の保守回線を止めて調べている。',
      },
    ],
    [
      47,
      'ministry.mic',
      {
        do: 'state',
        of: 'info-comm',
        state: 'degraded',
        regions: ['kanto'],
        says: '認証の遅れ。利用者の一部',
        recovery: '04:30 ころ',
      },
    ],
    [
      48,
      'cs.duty',
      { do: 'group', headlines: ['認証装置の応答が遅い（架空）'], reason: '電源の切替えと同じ時刻に始まった' },
    ],
    [50, 'ministry.mhlw', { do: 'state', of: 'water', state: 'normal', says: '影響なしを確認' }],
    [
      52,
      'ministry.mlit',
      { do: 'state', of: 'railway', state: 'checking', regions: ['tohoku', 'kanto'], says: '始発への影響を確認中' },
    ],
    [
      55,
      'cs.duty',
      {
        do: 'spill',
        pair: ['electricity', 'info-comm'],
        how: 'suspected',
        says: '自家発への切替えと遅れの始まりが重なる',
      },
    ],
    [
      58,
      'cs.chief',
      {
        do: 'decide',
        decided: '対策情報を全段へ同時に送る',
        options: '平時の順に取り次ぐ案は、時間がかかるため採らない',
        basis: '1時間で2分野に広がった',
        authority: '初動対処 第3（見本）',
      },
    ],
    [
      60,
      'cs.duty',
      {
        do: 'report',
        second: 'cs.chief',
        summary: '電力の監視系が止まり、情報通信の認証が遅れている。供給は手動で続いている。',
        outlook: '鉄道の始発への影響を確かめている。',
      },
    ],
    [66, 'crisis.npa', { do: 'entry', kind: 'damage', text: '停電に伴う110番通報が東北で増えている（14件）' }],
    [
      68,
      'cs.chief',
      {
        do: 'decide',
        decided: '範囲に金融を加える',
        options: '',
        basis: '所管省庁の要請（架空）',
        authority: '初動対処 第3（見本）',
      },
    ],
    [
      90,
      'ministry.mic',
      {
        do: 'spill',
        pair: ['electricity', 'info-comm'],
        how: 'confirmed',
        says: '電源の切替え時に認証装置が再起動した',
      },
    ],
    [
      106,
      'ministry.fsa',
      {
        do: 'state',
        of: 'finance',
        state: 'degraded',
        regions: ['kanto'],
        says: '一部のATM。窓口は開いている',
        recovery: '08:00 まで',
      },
    ],
    [
      112,
      'cs.duty',
      { do: 'group', headlines: ['一部の現金自動預払機が使えない（架空）'], reason: '通信の障害による' },
    ],
    [
      114,
      'ministry.fsa',
      { do: 'spill', pair: ['info-comm', 'finance'], how: 'confirmed', says: '通信の障害でATMの取引が通らない' },
    ],
    [
      118,
      'cs.duty',
      {
        do: 'report',
        second: 'cs.chief',
        summary: '通信の障害がATMに及び、影響は3分野になった。電力は手動の供給が続いている。',
        outlook: '公表の時刻と担当を決める。',
      },
    ],
    [
      125,
      'cs.chief',
      {
        do: 'decide',
        decided: '公表は 06:00 に一本で行う',
        options: '各省が別々に公表する案は、数が食い違うため採らない',
        basis: '3分野の所管省庁と協議',
        authority: '初動対処 第5（見本）',
      },
    ],
    [140, 'ministry.mlit', { do: 'state', of: 'railway', state: 'normal', says: '始発から平常どおり' }],
    [
      240,
      'cs.duty',
      {
        do: 'report',
        second: 'cs.chief',
        summary: '鉄道は平常に戻った。電力・情報通信・金融の影響が続いている。',
        outlook: '06:00 の公表のあと、復旧の見込みを改めて伝える。',
      },
    ],
    [290, 'ministry.mic', { do: 'state', of: 'info-comm', state: 'normal', says: '認証の遅れは解消' }],
    [400, 'ministry.fsa', { do: 'state', of: 'finance', state: 'normal', says: '決済の復旧を確認' }],
    [
      520,
      'ministry.meti',
      {
        do: 'state',
        of: 'electricity',
        state: 'degraded',
        regions: ['tohoku'],
        says: '監視系を順に戻している',
        recovery: '12:00 ころ',
      },
    ],
    [640, 'ministry.meti', { do: 'state', of: 'electricity', state: 'normal', says: '監視系の復旧を確認' }],
    [690, 'cs.duty', { do: 'end', reason: '全分野の復旧を確認し、官邸連絡室が廃止された（架空）' }],
  ],
};
