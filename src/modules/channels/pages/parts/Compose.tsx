import { useState } from 'react';
import { type Strictness, strictnessOf, tlp } from '../../../../kernel/marking.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type ThreadView } from '../../contract.ts';
import { useWords } from '../words.ts';
import { Readers } from './Readers.tsx';

/** Writing into a thread; beside the button stands who will read it. The mark begins as strict as the thread's. */
export function Compose({ thread }: { thread: ThreadView }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [mark, setMark] = useState<Strictness>(strictnessOf(thread.handling));
  const send = useSend(channelsDoors.sendMessage, { onDone: () => setText('') });
  return (
    <section className="compose" aria-label={t('channels.write')}>
      <div className="stack-s">
        <ProseField bare label={t('channels.write')} rows={3} max={10_000} value={text} onChange={setText} />
        <Select
          bare
          label={t('channels.mark')}
          options={words.marks}
          value={mark}
          onChange={(key) => setMark(key as Strictness)}
        />
        {send.error !== null && <RefusalNote error={send.error} />}
      </div>
      <Readers audience={thread.audience} byInvitation={thread.byInvitation} aside={thread.aside}>
        <Button
          tone="go"
          wide
          wait={send.isPending}
          why={text.trim() === '' ? t('channels.write.empty') : undefined}
          onPress={() => send.mutate({ params: { id: thread.id }, body: { text, handling: tlp(mark) } })}
        >
          {t('channels.send')}
        </Button>
      </Readers>
    </section>
  );
}
