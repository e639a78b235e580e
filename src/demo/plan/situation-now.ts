import { after } from '../chance.ts';
import type { Told } from './situations.ts';

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
    [7, 'cs.duty', { do: 'rhythm', hours: 2 }],
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
      58,
      'cs.duty',
      {
        do: 'report',
        summary: '認証の障害が情報通信・航空・鉄道に広がっている。供給と運行は続いている。',
        outlook: '水道の答えを待っている。',
      },
    ],
    [
      60,
      'ministry.fsa',
      { do: 'state', of: 'finance', state: 'checking', regions: ['kanto'], says: '一部の振込の遅れ。関連は不明' },
    ],
  ],
};
