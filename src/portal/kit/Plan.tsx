import { tlp } from '../../kernel/marking.ts';
import { Button } from '../act/Button.tsx';
import { Select } from '../form/Select.tsx';
import { DataTable } from '../list/DataTable.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { Sparkline } from '../show/chart/Sparkline.tsx';
import { State } from '../show/State.tsx';
import { Tag } from '../show/Tag.tsx';

const rows = [
  {
    label: 'ウ-a',
    title: '平時と大規模障害時の体制を見直す',
    owner: '内閣官房',
    months: [0, 1, 0, 0, 2, 0, 1, 1],
    count: 5,
    unit: '切替え',
    entry: 'soon' as const,
    said: '書きかけ',
  },
  {
    label: 'ウ-b',
    title: '事業者等へ情報を提供する',
    owner: '内閣官房',
    months: [12, 14, 9, 17, 13, 15, 13, 10],
    count: 103,
    unit: '提供',
    entry: 'done' as const,
    said: '記入済',
  },
  {
    label: 'ウ-c',
    title: 'セプターの活動を調べる',
    owner: '内閣官房',
    months: [0, 0, 0, 18, 0, 0, 3, 4],
    count: 25,
    unit: '調査・聴取',
    entry: 'late' as const,
    said: '未記入',
  },
  {
    label: 'エ-b',
    title: '事業者等との連絡を保つ',
    owner: '5省庁（3が記入）',
    months: [30, 14, 12, 70, 18, 15, 20, 14],
    count: 243,
    unit: '宛先の確認',
    entry: 'soon' as const,
    said: '3／5省庁',
  },
];

/** The plan with its evidence. */
export function Plan() {
  const all = [{ key: '', label: 'すべて' }];
  return (
    <>
      <PageHead
        title="重要インフラ事業者等における対策"
        mark={tlp('GREEN')}
        crumbs={[{ label: '年次計画', href: '/kit' }, { label: 'サイバーセキュリティ2014' }]}
        aside={
          <span className="cluster">
            <Button small>PDF</Button>
            <Button small>CSV</Button>
          </span>
        }
        meta={
          <span>
            31項目・91の取組　中間の記入は <b>11月30日（月）</b> まで、残り7日
          </span>
        }
      />
      <div className="filters">
        <Select label="施策群" value="" onChange={() => {}} options={all} />
        <Select label="担当" value="" onChange={() => {}} options={all} />
        <Select label="状態" value="" onChange={() => {}} options={all} />
        <p className="end">
          91のうち <b>4</b> を表示　<a href="/kit">しぼり込みを外す</a>
        </p>
      </div>
      <DataTable
        caption="情報共有体制の強化"
        hint="証拠は記録から数え、毎日変わります。棒は4月から11月"
        rows={rows}
        rowKey={(r) => r.label}
        file="計画"
        groupOf={(r) => ({
          key: r.label.slice(0, 1),
          head: (
            <>
              <Tag tone="block">{r.label.slice(0, 1)}</Tag>　情報共有体制の強化に関する施策
            </>
          ),
        })}
        columns={[
          { key: 'label', label: '項', head: true, cell: (r) => r.label, csv: (r) => r.label },
          { key: 'title', label: '取組', cell: (r) => r.title, csv: (r) => r.title },
          { key: 'owner', label: '担当', cell: (r) => r.owner, csv: (r) => r.owner },
          {
            key: 'months',
            label: '証拠　4月→11月',
            cell: (r) => <Sparkline values={r.months} label={`4月から11月まで ${r.months.join('、')}`} />,
          },
          {
            key: 'count',
            label: <span className="unseen-by-eye">件数</span>,
            number: true,
            cell: (r) => (
              <>
                <b>{r.count}</b>
                <br />
                {r.unit}
              </>
            ),
            csv: (r) => r.count,
          },
          {
            key: 'state',
            label: '状態',
            cell: () => (
              <State tone="info" icon="dot">
                実施中
              </State>
            ),
          },
          {
            key: 'entry',
            label: '進みの記入',
            cell: (r) => <State tone={r.entry}>{r.said}</State>,
            csv: (r) => r.said,
          },
        ]}
      />
    </>
  );
}
