import { tlp } from '../../kernel/marking.ts';
import { Button } from '../act/Button.tsx';
import { CsvButton } from '../list/CsvButton.tsx';
import { DeskGroup } from '../list/DeskGroup.tsx';
import { DeskRow } from '../list/DeskRow.tsx';
import { RowKeys } from '../list/RowKeys.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { Note } from '../show/Note.tsx';
import { State } from '../show/State.tsx';
import { Tabs } from '../show/Tabs.tsx';
import { Tag } from '../show/Tag.tsx';
import { Moment } from '../show/Time.tsx';
import { Sent } from './Sent.tsx';
import { at, night } from './sample.ts';

/** The duty officer's desk. */
export function Desk() {
  return (
    <>
      <PageHead
        title="わたしの机"
        tags={<Tag>平時</Tag>}
        meta={
          <>
            <Moment at={night.now()} as="long" />
            <span>当直 22:00〜08:30</span>
            <State tone="late">期限を過ぎたもの 1件</State>
            <State tone="soon">1時間以内 3件</State>
          </>
        }
      />
      <Note live action={<Button small>並びに加える</Button>}>
        <b>1件、新しく届きました。</b> <Moment at={at('03:11')} as="time" />{' '}
        厚生労働省から第1報「診療録システムの応答停止」。並びはまだ変えていません。
      </Note>
      <div className="beside">
        <section aria-labelledby="waiting">
          <Waiting />
        </section>
        <aside className="stack-l" aria-label="送ったもの・下書き・引き継ぎ">
          <Sent />
        </aside>
      </div>
    </>
  );
}

function Waiting() {
  const tabs = [
    ['all', 'すべて', 8],
    ['receive', '受理', 2],
    ['approve', '承認', 1],
    ['chase', '督促', 2],
    ['ask', '照会', 1],
    ['other', 'その他', 2],
  ] as const;
  return (
    <RowKeys end={<CsvButton file="机" head={['件名']} rows={[['第1報']]} />}>
      <div className="split">
        <h2 id="waiting">
          待っているもの<small>8件・期限の近い順</small>
        </h2>
        <Tabs
          label="しぼり込み"
          current="all"
          items={tabs.map(([key, label, count]) => ({ key, label, count, href: `/kit?v=${key}` }))}
        />
      </div>
      <DeskGroup title="期限を過ぎた" count={1}>
        <DeskRow
          title="受領未確認の3団体に電話する"
          href="/kit?scene=circulation"
          due={at('02:50')}
          about="水道CEPTOAR 5／8 確認　「遠隔接続装置の認証回避」提-26-0117"
          mark={tlp('AMBER')}
          action="電話する相手"
          icon="phone"
        />
      </DeskGroup>
      <DeskGroup title="1時間以内" count={3}>
        <DeskRow
          title="第1報を受理して番号を付ける"
          href="/kit?scene=report"
          due={at('03:30')}
          about="情報通信分野の事業者（名称非開示）→ 総務省 02:58　「認証装置の応答遅延」"
          mark={tlp('AMBER')}
          action="開いて受理"
        />
        <DeskRow
          title="二人目として匿名化を確認する"
          href="/kit?scene=provision"
          due={at('03:45')}
          about="起案 真鍋 理（架空）　「管理画面への総当たり攻撃と当面の対策」"
          mark={tlp('GREEN')}
          action="見比べる"
        />
        <DeskRow
          title="約束の続報が届くか確かめる"
          href="/kit"
          due={at('04:00')}
          about="金融分野 → 金融庁　「対外接続系の切替え失敗」　第2報は 04:00 の予定"
          mark={tlp('AMBER+STRICT')}
          action="金融庁に尋ねる"
        />
      </DeskGroup>
      <DeskGroup title="きょう中" count={2}>
        <DeskRow
          title="国土交通省の照会に答える"
          href="/kit"
          due={at('09:00')}
          about="「注意喚起の対象になる型番を特定できるか」　提-26-0116 について"
          mark={tlp('GREEN')}
          action="答える"
        />
        <DeskRow
          title="似た予兆3件をまとめるか決める"
          href="/kit"
          due={at('12:00')}
          about="予兆・ヒヤリハット　医療・水道・鉄道の各1件　攻撃手法が同じ可能性"
          mark={tlp('AMBER')}
          action="3件を並べる"
        />
      </DeskGroup>
      <DeskGroup title="そのあと" count={1}>
        <DeskRow
          title="鉄道CEPTOARの訓練日時を決める"
          href="/kit"
          due={at('27T18:00')}
          about="候補3つのうち2つに返事あり"
          action="候補を見る"
        />
      </DeskGroup>
    </RowKeys>
  );
}
