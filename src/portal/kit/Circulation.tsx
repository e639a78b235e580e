import { tlp } from '../../kernel/marking.ts';
import { Button } from '../act/Button.tsx';
import { DataTable } from '../list/DataTable.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { LineChart } from '../show/chart/LineChart.tsx';
import { TierTable } from '../show/chart/TierTable.tsx';
import { Note } from '../show/Note.tsx';
import { State } from '../show/State.tsx';
import { at, night } from './sample.ts';

const from = at('22T22:10').getTime();
const after = (minutes: number, value: number) => ({ at: new Date(from + minutes * 60_000), value });
const slow = Array.from({ length: 30 }, (_, i) => after(i * 10, Math.max(0, 80 * (1 - Math.exp(-(i - 1) / 16)))));

/** The reach of a provision. */
export function Circulation() {
  return (
    <>
      <PageHead
        title="遠隔接続装置の認証回避"
        mark={tlp('AMBER')}
        crumbs={[{ label: '情報提供', href: '/kit' }, { label: '提-26-0117' }]}
        meta={
          <>
            <span>11月22日（日） 22:10 に直接・全段同時で送信</span>
            <a href="/kit">本文を見る</a>
          </>
        }
      />
      <Note tone="late" action={<Button icon="phone">電話する相手</Button>}>
        <b>受領確認の期限 02:50 を22分過ぎました。</b>確認していないのは セプター 1、事業者等 571。
      </Note>
      <div className="stack-l">
        <div />
        <TierTable
          caption="段ごとの届きぐあい"
          asOf={night.now()}
          rows={[
            {
              key: 'm',
              name: '所管省庁',
              targeted: 5,
              delivered: 5,
              opened: 5,
              acknowledged: 5,
              medianSeconds: 180,
              maximumSeconds: 420,
              unreached: [],
            },
            {
              key: 'c',
              name: 'セプター',
              targeted: 18,
              delivered: 18,
              opened: 18,
              acknowledged: 17,
              medianSeconds: 960,
              maximumSeconds: 7080,
              unreached: [],
            },
            {
              key: 'o',
              name: '事業者等',
              targeted: 1658,
              delivered: 1641,
              opened: 1204,
              acknowledged: 1087,
              medianSeconds: 4860,
              maximumSeconds: 17_700,
              unreached: [
                { reason: '異動で宛先不達', count: 9 },
                { reason: '迷惑メール扱い', count: 5 },
                { reason: '容量超過', count: 3 },
              ],
            },
          ]}
        />
        <LineChart
          title="受領を確認した割合（％）の推移"
          max={100}
          file="推移"
          marks={[{ at: at('02:50'), label: '受領確認の期限 02:50' }]}
          series={[
            { key: 'm', label: '省庁 5／5', points: [after(0, 0), after(3, 80), after(7, 100), after(302, 100)] },
            {
              key: 'c',
              label: 'セプター 17／18',
              points: [after(0, 0), after(10, 50), after(20, 67), after(60, 89), after(118, 94), after(302, 94)],
            },
            { key: 'o', label: '事業者等 1,087／1,658', points: slow },
          ]}
        />
        <DataTable
          caption="まだ確認していない団体"
          hint="電話する順。重さ・段・経過で並べています"
          file="未確認"
          href={() => '/kit'}
          rows={[
            { n: 1, name: '水道CEPTOAR 会員 3団体', state: 'idle' as const, said: '届いた・開いていない 5時間02分' },
            { n: 2, name: '医療CEPTOAR 事務局', state: 'soon' as const, said: '開いた・確認なし 3時間40分' },
            { n: 3, name: '宛先不達 9団体', state: 'late' as const, said: '届いていない・異動' },
          ]}
          rowKey={(r) => r.name}
          columns={[
            { key: 'n', label: '順', cell: (r) => r.n, csv: (r) => r.n },
            { key: 'name', label: '団体', head: true, cell: (r) => r.name, csv: (r) => r.name },
            { key: 'state', label: '状態', cell: (r) => <State tone={r.state}>{r.said}</State>, csv: (r) => r.said },
            {
              key: 'do',
              label: <span className="unseen-by-eye">操作</span>,
              cell: () => <Button small>記録する</Button>,
            },
          ]}
        />
      </div>
    </>
  );
}
