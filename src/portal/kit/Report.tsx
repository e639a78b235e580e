import { useState } from 'react';
import { tlp } from '../../kernel/marking.ts';
import { AudiencePanel } from '../act/AudiencePanel.tsx';
import { Button } from '../act/Button.tsx';
import { ProseField } from '../form/ProseField.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { Chain } from '../show/Chain.tsx';
import { Facts } from '../show/Facts.tsx';
import { Icon } from '../show/Icon.tsx';
import { Panel } from '../show/Panel.tsx';
import { State } from '../show/State.tsx';
import { Tabs } from '../show/Tabs.tsx';
import { Tag } from '../show/Tag.tsx';
import { Thread } from '../show/Thread.tsx';
import { at } from './sample.ts';

/** A ministry before a report that waits for it. */
export function Report() {
  return (
    <>
      <PageHead
        title="遠隔監視端末から外部への不審な通信"
        mark={tlp('AMBER')}
        crumbs={[{ label: '情報連絡', href: '/kit' }, { label: '電力' }, { label: '受付 経-26-0048' }]}
        meta={
          <>
            <span>第2報（続報）</span>
            <span>02:47 受信</span>
            <span>共有してよいのは、受け取った組織の中と、対策に必要な取引先まで</span>
          </>
        }
      />
      <Chain
        label="この連絡の経路"
        stations={[
          {
            key: 'a',
            name: '北都電力（架空）',
            state: 'passed',
            lines: ['第1報 01:52 送信', '第2報 02:47 送信'],
            leg: '届くまで 3秒',
          },
          {
            key: 'b',
            name: '経済産業省 ― ここで待っています',
            state: 'here',
            lines: ['第1報 01:58 開封、第2報 02:50 開封'],
            due: at('03:30'),
          },
          {
            key: 'c',
            name: '内閣官房　当直（情報共有）',
            state: 'ahead',
            lines: ['まだ届いていません', '連絡すると、ここに届く'],
          },
        ]}
      />
      <p className="small dim">
        写し：電力CEPTOAR には<b>送らない</b>（事業者の選択）
      </p>
      <div className="beside">
        <div className="stack-l">
          <Source />
          <Content />
        </div>
        <aside aria-label="次にすること">
          <Next />
        </aside>
      </div>
    </>
  );
}

function Source() {
  return (
    <Panel tone="source" icon="lock" title="連絡元" hint="この欄は経済産業省（所管）だけに見えます">
      <Facts
        items={[
          {
            term: '事業者',
            value: (
              <span className="cluster">
                <b>北都電力株式会社（架空）</b> <Tag>電力CEPTOAR 会員</Tag>
              </span>
            ),
          },
          {
            term: '担当',
            value: (
              <>
                障害連絡担当 水野 圭（架空）　
                <Icon name="phone" /> 直通 00-0000-0101（24時間）
              </>
            ),
          },
          { term: '内閣官房での見え方', unseen: '「電力分野の事業者」　名前・担当・連絡先は渡りません' },
        ]}
      />
    </Panel>
  );
}

function Content() {
  return (
    <section aria-labelledby="content">
      <div className="split">
        <h2 id="content">内容</h2>
        <Tabs
          label="版"
          current="2"
          items={[
            { key: '1', label: '第1報 01:52', href: '/kit?v=1' },
            { key: '2', label: '第2報 続報 02:47', href: '/kit?v=2' },
            { key: 'd', label: '変わった所だけ', count: 4, href: '/kit?v=d' },
          ]}
        />
      </div>
      <Facts
        items={[
          { term: '事象の類型', value: <b>マルウェア等の感染</b>, was: '第1報では「予兆・ヒヤリハット」' },
          { term: '原因の類型', value: '不審なファイルの実行（推定）、外部委託先の管理ミス（推定）' },
          { term: '発生・検知', value: '発生 11月23日 01:10 ころ（およそ）　検知 01:34　検知の契機：通信監視の警報' },
          {
            term: '概要',
            value: (
              <>
                給電所の遠隔監視端末1台から、登録のない外部の宛先へ約5分おきの通信を検知。
                <mark>02:20 に当該端末を網から切り離し、通信は止まった。</mark>監視は予備端末で続けている。
              </>
            ),
          },
          { term: '場所・設備', unseen: 'この報では伏せられています' },
          {
            term: 'サービス維持レベル',
            value: (
              <>
                <State tone="done">逸脱なし</State>　供給支障 0 kW・0分
              </>
            ),
            note: '基準：供給支障 10万kW以上かつ10分以上（電気関係報告規則 第3条）',
          },
          { term: 'ほかへの連絡' },
        ]}
      />
    </section>
  );
}

function Next() {
  const [note, setNote] = useState('同じ委託先を使う事業者が当省所管に他2社あり、当方から確認中。');
  const [question, setQuestion] = useState('');
  return (
    <>
      <Panel tone="key" title="内閣官房へ連絡する">
        <p className="small dim">第1報と第2報を、そのまま渡します。書きかえはできません。</p>
        <ProseField
          label="所管省庁の添え書き"
          maybe="なくてもよい"
          value={note}
          onChange={setNote}
          checks={<State tone="done">添え書きに、名前の痕跡はありません</State>}
        />
        <AudiencePanel
          framed={false}
          count={1}
          people={[{ key: 'cs', name: '内閣官房　当直', why: '平時に定めた経路' }]}
          unseen={['事業者名・担当・連絡先は見えません', '下の「やりとり」は見えません']}
        >
          <Button tone="go" wide>
            内閣官房へ連絡する
          </Button>
        </AudiencePanel>
      </Panel>
      <Panel title="事業者に尋ねて戻す">
        <ProseField
          bare
          label="尋ねたいこと"
          rows={2}
          value={question}
          onChange={setQuestion}
          placeholder="例：予備端末は同じ委託先の保守ですか"
          help="戻している間も 03:30 の期限は動きます。"
        />
        <Button wide>質問を付けて戻す</Button>
      </Panel>
      <Panel title="やりとり" hint="事業者と所管省庁だけ">
        <Thread
          items={[
            { id: '1', who: '小田切（経済産業省）', at: at('02:05'), text: '端末は制御系とつながっていますか。' },
            { id: '2', who: '水野（北都電力・架空）', at: at('02:11'), text: '監視だけです。構成は第2報に書きます。' },
          ]}
          onSend={async () => {}}
        />
      </Panel>
    </>
  );
}
