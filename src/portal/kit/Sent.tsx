import { tlp } from '../../kernel/marking.ts';
import { Bar } from '../show/chart/Bar.tsx';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { Panel } from '../show/Panel.tsx';
import { State } from '../show/State.tsx';

/** What was sent and where it stands, drafts, hand-over. */
export function Sent() {
  const tiers = [
    ['省庁', 1, '5／5'],
    ['セプター', 17 / 18, '17／18'],
    ['事業者等', 1087 / 1658, '1,087／1,658'],
  ] as const;
  return (
    <>
      <section aria-labelledby="sent">
        <h2 id="sent">送ったもの、いまどこ</h2>
        <ul className="ruled">
          <li>
            <p>
              <a href="/kit?scene=circulation">遠隔接続装置の認証回避</a>
            </p>
            <p className="small dim cluster">
              情報提供 22日 22:10 <MarkingChip mark={tlp('AMBER')} />
            </p>
            <table className="bars">
              <caption className="unseen-by-eye">届きぐあい</caption>
              <tbody>
                {tiers.map(([name, share, said]) => (
                  <tr key={name}>
                    <th scope="row">{name}</th>
                    <td>
                      <Bar value={share} low={share < 0.9} width={150} label={`${name} ${said}`} />
                    </td>
                    <td className="number">{said}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </li>
          <li>
            <p>
              <a href="/kit">電源設備の点検のお願い</a>
            </p>
            <p className="small dim cluster">
              情報提供 21日 15:00 <MarkingChip mark={tlp('GREEN')} /> <State tone="done">全員が確認</State>
            </p>
          </li>
          <li>
            <p>
              <a href="/kit">総務省への照会（影響利用者数）</a>
            </p>
            <p className="small dim cluster">
              02:31 に送信、02:40 に開封{' '}
              <State tone="idle" icon="clock">
                返事待ち 32分
              </State>
            </p>
          </li>
        </ul>
      </section>
      <section aria-labelledby="drafts">
        <h2 id="drafts">下書き</h2>
        <ul className="ruled">
          <li>
            <p>
              <a href="/kit?scene=provision">遠隔監視端末を狙う不審な通信</a>
            </p>
            <p className="small dim">情報提供　03:09 自動保存　痕跡の確認が残り2か所</p>
          </li>
          <li>
            <p>
              <a href="/kit">11月の運用見直しメモ</a>
            </p>
            <p className="small dim">11月20日 17:44 自動保存</p>
          </li>
        </ul>
      </section>
      <Panel tone="quiet" title="前の当直から">
        <p className="small dim">黒川 実（架空） 22日 21:55</p>
        <ul className="small stack-s dotted">
          <li>水道の3団体は夜間の代表電話が先。</li>
          <li>金融庁の当直は今夜だけ内線が違う。</li>
          <li>07:00 に統括へ口頭で報告。</li>
        </ul>
      </Panel>
    </>
  );
}
