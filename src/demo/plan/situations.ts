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

/** A situation that goes on at this moment, without another mode: the ministries share its picture, the crisis response does not. */
export const now: Told = {
  title: '認証と遠隔監視の障害の広がり（架空）',
  start: (present) => after(present, -70),
  steps: [
    [
      4,
      'cs.duty',
      {
        do: 'group',
        headlines: ['遠隔監視端末から外部への不審な通信'],
        reason: '同じ委託先を使う事業者がほかにもある',
      },
    ],
    [6, 'cs.duty', { do: 'share', part: 'ministries' }],
    [8, 'cs.duty', { do: 'ask', sectors: ['electricity', 'railway', 'aviation', 'water', 'gas', 'petroleum'] }],
    [
      12,
      'ministry.meti',
      {
        do: 'state',
        of: 'electricity',
        state: 'checking',
        regions: ['kanto'],
        says: '遠隔監視の通信を調べている。供給に影響はない',
        recovery: '未定',
        detail: '同じ委託先を使う事業者に、当省から確認している。',
      },
    ],
    [14, 'ministry.meti', { do: 'state', of: 'gas', state: 'normal', says: '影響なしを確認' }],
    [15, 'ministry.meti', { do: 'state', of: 'petroleum', state: 'normal', says: '影響なしを確認' }],
    [
      20,
      'ministry.mlit',
      {
        do: 'state',
        of: 'aviation',
        state: 'degraded',
        regions: ['kanto', 'kinki'],
        says: '搭乗手続きに遅れ。便は収まりつつある',
        recovery: '調査中',
      },
    ],
    [
      24,
      'cs.duty',
      {
        do: 'group',
        headlines: ['搭乗手続きの端末の一部が使えない（架空）', '搭乗手続きの端末の一部が使えない'],
        reason: '認証の障害が共通する',
      },
    ],
    [
      36,
      'ministry.mlit',
      {
        do: 'state',
        of: 'railway',
        state: 'stopped',
        regions: ['tohoku'],
        says: '運行情報の配信が停止。列車は動いている',
        recovery: '未定',
      },
    ],
    [38, 'cs.duty', { do: 'group', headlines: ['運行情報の配信の停止'], reason: '認証の障害が共通する' }],
    [
      42,
      'cs.duty',
      { do: 'spill', pair: ['info-comm', 'railway'], how: 'suspected', says: '認証の遅れと配信の停止が重なる' },
    ],
    [
      48,
      'ministry.mic',
      {
        do: 'state',
        of: 'info-comm',
        state: 'degraded',
        regions: ['kanto', 'tohoku'],
        says: '認証の応答の遅れ。利用者は調査中',
        recovery: '調査中',
      },
    ],
    [
      52,
      'cs.chief',
      {
        do: 'decide',
        decided: '動作の状態は平時のままとする',
        options: '大規模時への切替えは、供給と運行が続いているため見送る',
        basis: '所管省庁4者と協議（架空）',
        authority: '当直 第12（見本）',
      },
    ],
    [55, 'cs.duty', { do: 'entry', kind: 'contact', text: '関係機関に、接続先の調べを依頼' }],
    [57, 'cs.duty', { do: 'entry', kind: 'note', text: '次の当直への申し送り：水道の答えがまだ', shared: false }],
    [
      60,
      'ministry.fsa',
      { do: 'state', of: 'finance', state: 'checking', regions: ['kanto'], says: '一部の振込の遅れ。関連は不明' },
    ],
  ],
};
