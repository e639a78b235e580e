import { useState } from 'react';
import { tlp } from '../../kernel/marking.ts';
import type { Strictness } from '../../kernel/marking.ts';
import { AudiencePanel } from '../act/AudiencePanel.tsx';
import { Button } from '../act/Button.tsx';
import { Choice } from '../form/Choice.tsx';
import { DateTime } from '../form/DateTime.tsx';
import { ProseField } from '../form/ProseField.tsx';
import { Saved } from '../form/Saved.tsx';
import { Segmented } from '../form/Segmented.tsx';
import { TextField } from '../form/TextField.tsx';
import { UncertainField } from '../form/UncertainField.tsx';
import type { Uncertain } from '../form/value/uncertain.ts';
import { useDraft } from '../data/draft.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { Tag } from '../show/Tag.tsx';
import { at } from './sample.ts';

const kinds = [
  ['sign', 'まだ起きていない', '予兆・ヒヤリハット'],
  ['leak', '漏れた', '情報の漏えい'],
  ['broken', '壊れた・書きかえられた', '情報の破壊'],
  ['slow', '使えない・遅い', 'システム等の利用困難'],
  ['malware', '入られた・感染した', '感染・不正コード・侵入'],
  ['other', 'その他', '決められないときもここ'],
] as const;
const marks = [
  ['RED', '宛先の人だけ', '受け取った本人のほかは、だれにも渡せません'],
  ['AMBER+STRICT', '受け取った組織の中だけ', '取引先にも渡せません'],
  ['AMBER', '組織の中と、対策に必要な取引先まで', '迷ったらこれ。あとで広げられるのはあなただけです'],
  ['GREEN', '重要インフラの関係者まで', '公にはしません'],
  ['CLEAR', 'だれでも', '公表してかまいません'],
] as const;

/** An operator's first report. */
export function Compose() {
  const [headline, setHeadline] = useState('遠隔監視端末から外部への不審な通信');
  const [kind, setKind] = useState<string>('sign');
  const [when, setWhen] = useState<Uncertain | null>({ state: 'about', value: at('01:10').toISOString() });
  const [detected, setDetected] = useState<string | null>(at('01:34').toISOString());
  const [users, setUsers] = useState<Uncertain | null>({ state: 'between', from: 0, to: 3000 });
  const [place, setPlace] = useState<Uncertain | null>({ state: 'withheld' });
  const [say, setSay] = useState(
    '監視端末1台から、登録のない外部の宛先へ約5分おきの通信。01:34 に通信監視の警報で気づいた。',
  );
  const [mark, setMark] = useState<Strictness>('AMBER');
  const [name, setName] = useState('no');
  const draft = useDraft({
    key: 'kit',
    value: { headline, say },
    save: () => new Promise((done) => setTimeout(done, 300)),
    restore: (it) => setHeadline(it.headline),
  });
  return (
    <>
      <PageHead
        title="第1報を書く"
        mark={tlp(mark)}
        crumbs={[{ label: '情報連絡', href: '/kit' }, { label: '下書き' }]}
        tags={<Tag>下書き</Tag>}
        aside={<Saved state={draft.saved} />}
        meta={
          <span>
            わかっている所だけで送れます。断片的・未確定でかまいません。<Tag tone="must">必須</Tag> は3つだけです。
          </span>
        }
      />
      <div className="beside">
        <form className="sheet" aria-label="第1報">
          <section aria-labelledby="s1">
            <h2 id="s1">何が起きたか</h2>
            <TextField label="件名" must value={headline} onChange={setHeadline} />
            <Choice
              label="事象の類型"
              must
              columns={3}
              value={kind}
              onChange={setKind}
              options={kinds.map(([key, label, hint]) => ({ key, label, hint }))}
            />
            <UncertainField kind="instant" label="発生日時" maybe value={when} onChange={setWhen} />
            <DateTime label="検知日時" maybe value={detected} onChange={setDetected} />
            <UncertainField
              kind="number"
              unit="人"
              label="影響を受けている利用者"
              maybe
              value={users}
              onChange={setUsers}
            />
            <UncertainField
              kind="text"
              label="場所・設備"
              maybe
              states={['known', 'unknown', 'withheld']}
              value={place}
              onChange={setPlace}
            />
            <ProseField label="いま言えること" maybe value={say} onChange={setSay} />
          </section>
          <section aria-labelledby="s2">
            <h2 id="s2">
              どこまで伝えてよいか <Tag tone="must">必須</Tag>
            </h2>
            <Choice
              label="取扱い"
              hidden
              value={mark}
              onChange={(key) => setMark(key as Strictness)}
              options={marks.map(([key, label, hint]) => ({ key, label, hint, mark: tlp(key) }))}
            />
            <Segmented
              label="社名を内閣官房に伝えますか"
              value={name}
              onChange={setName}
              options={[
                { key: 'no', label: '伝えない' },
                { key: 'yes', label: '伝える' },
              ]}
              help="伝えないと「電力分野の事業者」とだけ見えます。経済産業省には伝わります。"
            />
          </section>
        </form>
        <aside className="follows" aria-label="だれに見えるか">
          <Audience />
        </aside>
      </div>
      <div className="phone-dock">
        <span>
          届く先 <b>1</b>
          <br />
          経済産業省
        </span>
        <Button tone="go" href="#send">
          確かめて送る
        </Button>
      </div>
    </>
  );
}

function Audience() {
  return (
    <AudiencePanel
      title="だれに見えるか"
      count={null}
      reach={[
        {
          key: '1',
          when: 'now',
          label: 'すぐ届く',
          name: '経済産業省　電力の当直',
          what: '社名・担当・内容のすべて',
          why: '理由：電力を所管する省庁。いま当直 2名',
        },
        {
          key: '2',
          when: 'later',
          label: '省が連絡したら',
          name: '内閣官房　当直',
          what: '内容だけ。社名・担当・連絡先は見えない',
          why: '「電力分野の事業者」と表示',
        },
        {
          key: '3',
          when: 'never',
          label: '見えない',
          name: '電力CEPTOAR、ほかの事業者',
          what: '写しを「送る」にしたときだけ届きます',
        },
      ]}
      after="送ったあとも、続報・訂正・取下げができます。第1報はそのまま残ります。"
    >
      <Button tone="go" wide>
        経済産業省へ第1報を送る
      </Button>
    </AudiencePanel>
  );
}
