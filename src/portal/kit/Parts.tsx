import { useState } from 'react';
import { strictness, tlp } from '../../kernel/marking.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { Button } from '../act/Button.tsx';
import { Dialog } from '../act/Dialog.tsx';
import { RefusalNote } from '../act/Refusal.tsx';
import { say } from '../act/Toast.tsx';
import { Check } from '../form/Check.tsx';
import { Choices } from '../form/Choice.tsx';
import { Saved } from '../form/Saved.tsx';
import { TextField } from '../form/TextField.tsx';
import { EmptyState } from '../list/EmptyState.tsx';
import { Loading } from '../list/Loading.tsx';
import { ModeBanner } from '../shell/Banner.tsx';
import { LiveState } from '../shell/LiveState.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { Note } from '../show/Note.tsx';
import { Tag } from '../show/Tag.tsx';
import { at } from './sample.ts';

/** Small parts in their states. */
export function Parts() {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('<script>とログにあった');
  const [chosen, setChosen] = useState<string[]>(['a']);
  const [yes, setYes] = useState(true);
  return (
    <div className="stack">
      <PageHead title="部品" />
      <ModeBanner
        title="大規模IT障害対応"
        facts={[
          { term: 'いつから', value: '01:40' },
          { term: '範囲', value: '電力・情報通信' },
          { term: 'だれが', value: '内閣官房 統括' },
        ]}
      />
      <h2>取扱い</h2>
      <p className="cluster">
        {strictness.map((it) => (
          <MarkingChip key={it} mark={tlp(it)} />
        ))}
        <MarkingChip mark={{ scheme: 'tlp', version: '1.0', value: 'WHITE' }} />
        <MarkingChip mark={null} />
      </p>
      <p className="cluster">
        <Tag>平時</Tag>
        <Tag tone="must">必須</Tag>
        <Tag tone="maybe">わかれば</Tag>
        <Tag tone="new">変更</Tag>
        <Tag tone="solid">見本</Tag>
        <Tag tone="block">ウ</Tag>
      </p>
      <h2>ボタン</h2>
      <div className="cluster">
        <Button tone="go" onPress={() => say('送りました。')}>
          送る
        </Button>
        <Button onPress={() => setOpen(true)}>開く</Button>
        <Button tone="quiet">やめる</Button>
        <Button small icon="print">
          印刷
        </Button>
        <Button wait>送っています</Button>
      </div>
      <div>
        <Button why="二人目の承認がまだです。真鍋さんに頼んでください。">送る</Button>
      </div>
      <Dialog
        title="送りますか"
        open={open}
        onClose={() => setOpen(false)}
        actions={
          <Button tone="go" onPress={() => setOpen(false)}>
            送る
          </Button>
        }
      >
        <p>61 の届く先へ送ります。</p>
      </Dialog>
      <h2>断り・空・待ち</h2>
      <RefusalNote error={new Refusal('stale', {}, 412)} />
      <RefusalNote error={new Refusal('unreachable', {}, 503)} retry={() => {}} />
      <Note tone="done">全員が確認しました。</Note>
      <EmptyState title="待っているものはありません" action={<Button href="/kit">第1報を書く</Button>}>
        届いたら、ここに自分で現れます。
      </EmptyState>
      <Loading what="一覧" />
      <h2>書く</h2>
      <TextField label="件名" must value={text} onChange={setText} />
      <TextField label="番号" value="" onChange={() => {}} error="空にはできません。" help="受付で付いた番号" />
      <Choices
        label="原因の類型"
        columns={2}
        value={chosen}
        onChange={setChosen}
        options={[
          { key: 'a', label: '不審なファイルの実行' },
          { key: 'b', label: '外部委託先の管理ミス', hint: '推定でかまいません' },
        ]}
      />
      <Check label="電力CEPTOAR に写しを送る" value={yes} onChange={setYes} />
      <Saved state={{ at: at('03:11'), as: 'local' }} />
      <LiveState live={{ state: 'stale', at: at('03:05') }} />
    </div>
  );
}
