import { useState } from 'react';
import { Button } from '../act/Button.tsx';
import { SeatPicker } from '../form/SeatPicker.tsx';
import { TextField } from '../form/TextField.tsx';
import { DataTable } from '../list/DataTable.tsx';
import { PlainFrame } from '../shell/PlainFrame.tsx';
import { Note } from '../show/Note.tsx';
import { Panel } from '../show/Panel.tsx';
import { Tag } from '../show/Tag.tsx';

const people = [
  ['内閣官房', '佐伯 千尋', '内閣官房　当直', '期限が近い受理 1、電話する相手 3'],
  ['内閣官房', '真鍋 理', '内閣官房　統括', '二人目の承認 1、動作の切替え'],
  ['所管省庁', '小田切 遥', '経済産業省　所管／関係（2席）', '連絡待ちの第2報'],
  ['所管省庁', '浜名 涼', '厚生労働省　所管', '調査の回収状況'],
  ['事業者等（すべて架空）', '水野 圭', '北都電力（架空）　障害連絡担当', '第1報の下書き'],
] as const;

/** Sign-in with the demo's persons. */
export function SignIn() {
  const [mail, setMail] = useState('');
  const [seat, setSeat] = useState('a');
  return (
    <PlainFrame links={[{ label: '公開サイト', href: '/kit' }]} notice="見本の画面です。">
      <title>サインイン｜狼煙 Noroshi</title>
      <div className="two first-narrow">
        <div className="stack">
          <h1>サインイン</h1>
          <Panel tone="key" icon="key" title="パスキーで入る">
            <p className="small dim">指紋・顔・セキュリティキー・端末の暗証番号を使います。パスワードは要りません。</p>
            <Button tone="go" wide>
              パスキーでサインイン
            </Button>
          </Panel>
          <Panel title="ほかの方法">
            <TextField bare label="職場のメールアドレス" type="email" value={mail} onChange={setMail} />
            <Button wide>ワンタイムコードで続ける</Button>
          </Panel>
          <Note tone="soon" icon="phone">
            <b>急ぎのときは電話で。</b> 入れなくても、所管省庁の当直に電話で伝えられます。
          </Note>
          <Panel title="入ったあと：座席を選ぶ">
            <SeatPicker
              value={seat}
              onChange={setSeat}
              seats={[
                {
                  key: 'a',
                  body: '経済産業省',
                  capacity: '重要インフラ所管省庁',
                  hint: '電力・ガス・化学・クレジット・石油の連絡。',
                  waiting: 4,
                },
                { key: 'b', body: '経済産業省', capacity: '情報セキュリティ関係省庁', waiting: 1 },
              ]}
            />
          </Panel>
        </div>
        <section className="stack" aria-labelledby="demo">
          <h2 id="demo">
            <Tag tone="solid">見本</Tag> 架空の世界で試す
          </h2>
          <p className="small dim">人物を選ぶだけで入れます。実運用では、この欄は表示されません。</p>
          <DataTable
            caption={<span className="unseen-by-eye">人物</span>}
            dense
            rows={people}
            rowKey={(r) => r[1]}
            groupOf={(r) => ({ key: r[0], head: r[0] })}
            columns={[
              { key: 'who', label: '人物（架空）', head: true, cell: (r) => r[1] },
              { key: 'seat', label: '座席', cell: (r) => r[2] },
              { key: 'see', label: 'まず見るとよいもの', cell: (r) => r[3] },
              {
                key: 'in',
                label: <span className="unseen-by-eye">操作</span>,
                cell: (r) => (
                  <Button small label={`入る: ${r[1]}`}>
                    入る
                  </Button>
                ),
              },
            ]}
          />
        </section>
      </div>
    </PlainFrame>
  );
}
