import { tlp } from '../../kernel/marking.ts';
import { AudiencePanel } from '../act/AudiencePanel.tsx';
import { Button } from '../act/Button.tsx';
import { Saved } from '../form/Saved.tsx';
import { DataTable } from '../list/DataTable.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { Chain } from '../show/Chain.tsx';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { Note } from '../show/Note.tsx';
import { Panel } from '../show/Panel.tsx';
import { State } from '../show/State.tsx';
import { at } from './sample.ts';

/** The Secretariat writing a warning from a report. */
export function Provision() {
  const traces = [
    {
      key: 'a',
      what: 'hokuto-view_3.2.dll',
      why: 'もとの文にある固有の名前。名簿の語と一致します（どの団体かは示しません）',
      ways: ['「〇〇-view」に置きかえる', 'ハッシュ値だけにする'],
    },
    {
      key: 'b',
      what: '給電所',
      why: '電力分野だけの言葉。分野がわかります',
      ways: ['「拠点」に置きかえる', 'このまま残す理由を書く'],
    },
  ];
  return (
    <>
      <PageHead
        title="遠隔監視端末からの不審な通信と当面の対策"
        mark={tlp('AMBER')}
        crumbs={[{ label: '情報提供', href: '/kit' }, { label: '下書き' }, { label: 'もとの連絡 1件' }]}
        aside={<Saved state={{ at: at('03:11'), as: 'saved' }} />}
        meta={
          <span>
            取扱い区分は、もとの連絡の <MarkingChip mark={tlp('AMBER')} />{' '}
            より広げられません。広げられるのは、もとの事業者だけです。
          </span>
        }
      />
      <Chain
        label="送るまで"
        stations={[
          { key: '1', name: '起案', state: 'passed', lines: ['佐伯 千尋（架空） 04:20'] },
          {
            key: '2',
            name: '痕跡を消す',
            state: 'here',
            lines: [
              <State key="s" tone="late">
                残り 2か所
              </State>,
            ],
          },
          { key: '3', name: '匿名化の確認（二人目）', state: 'ahead', lines: ['起案した人にはできません'] },
          { key: '4', name: 'もとの事業者の同意', state: 'ahead', lines: ['経済産業省を通じて求める'] },
          { key: '5', name: '送る', state: 'ahead', lines: ['直接・全段同時'] },
        ]}
      />
      <div className="beside">
        <div className="stack-l">
          <DataTable
            caption="送る前に直すこと"
            rows={traces}
            rowKey={(r) => r.key}
            columns={[
              { key: 'what', label: '残っているもの', head: true, cell: (r) => <State tone="late">{r.what}</State> },
              { key: 'why', label: 'なぜ困るか', cell: (r) => r.why },
              {
                key: 'do',
                label: 'どうする',
                cell: (r) => (
                  <div className="stack-s">
                    {r.ways.map((w) => (
                      <div key={w}>
                        <Button small>{w}</Button>
                      </div>
                    ))}
                  </div>
                ),
              },
            ]}
          />
          <Note tone="soon">
            <b>小さな分野です。当てはまる団体は 3 しかありません。</b>「給電所 × 保守の委託 ×
            11月」に当てはまる電力の事業者は 12 のうち 3。下限は 5 です。
          </Note>
        </div>
        <aside aria-label="届く先">
          <Audience />
        </aside>
      </div>
    </>
  );
}

function Audience() {
  const tiers = [
    ['電力', 1, 12],
    ['ガス', 1, 10],
    ['化学', 1, 13],
    ['石油', 1, 11],
    ['水道', 1, 8],
  ] as const;
  return (
    <>
      <AudiencePanel
        count={61}
        columns={['省庁', 'セプター', '事業者']}
        tiers={[
          { name: '経産・厚労', cells: { 省庁: 2 } },
          ...tiers.map(([name, c, o]) => ({ name, cells: { セプター: c, 事業者: o } })),
        ]}
        people={[
          { key: '1', name: '経済産業省', why: '電力ほか3分野の所管省庁' },
          { key: '2', name: '電力CEPTOAR 事務局', why: '「電力」を宛先に選んだため' },
          { key: '3', name: 'みなと電力（架空）', why: '電力CEPTOAR の会員' },
        ]}
        unseen={['もとの連絡、もとの事業者、ほかの届く先の名前は見えません', '関係省庁・関係機関には今回は届きません']}
        blockers={[
          { key: '1', text: '痕跡が 2か所' },
          { key: '2', text: '当てはまる団体が 3（下限 5）' },
          { key: '3', text: '二人目の承認がまだ', tone: 'soon' },
        ]}
      >
        <Button tone="go" wide why="">
          61 の届く先へ送る
        </Button>
      </AudiencePanel>
      <Panel title="二人目の承認">
        <p className="small cluster">
          真鍋 理（架空） 統括{' '}
          <State tone="idle" icon="clock">
            頼んでいません
          </State>
        </p>
        <Button wide>真鍋さんに確認を頼む</Button>
      </Panel>
    </>
  );
}
