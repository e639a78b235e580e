import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type InquiryShown } from '../../contract.ts';
import { kindWord } from './words.ts';

const kinds = ['answer', 'nothing', 'question'] as const;

/** Answering for one's own seat; only who asked reads it. */
export function Answering({ it }: { it: InquiryShown }) {
  const [kind, setKind] = useState<(typeof kinds)[number]>('answer');
  const [text, setText] = useState('');
  const send = useSend(channelsDoors.sayInInquiry, { onDone: () => setText('') });
  return (
    <div className="stack-s">
      <Segmented
        bare
        label={t('channels.inquiries.kind')}
        options={kinds.map((key) => ({ key, label: kindWord(key) }))}
        value={kind}
        onChange={(key) => setKind(kinds.find((one) => one === key) ?? 'answer')}
      />
      <ProseField bare label={t('channels.inquiries.write')} rows={4} max={10_000} value={text} onChange={setText} />
      <p className="small dim">{t('channels.inquiries.read-by', { who: it.asker })}</p>
      {send.error !== null && <RefusalNote error={send.error} />}
      <p>
        <Button
          tone="go"
          wait={send.isPending}
          why={text.trim() === '' ? t('channels.write.empty') : undefined}
          onPress={() => send.mutate({ params: { id: it.id }, body: { kind, text } })}
        >
          {t('channels.inquiries.say')}
        </Button>
      </p>
    </div>
  );
}

/** Replying to one of those asked and, where it was put on for somebody, passing the gist back without a name. */
export function Replying({ it, thread }: { it: InquiryShown; thread: InquiryShown['threads'][number] }) {
  const [to, setTo] = useState<'reply' | 'back' | null>(null);
  const [text, setText] = useState('');
  const send = useSend(channelsDoors.sayInInquiry, {
    onDone: () => {
      setText('');
      setTo(null);
    },
  });
  const { origin } = it;
  const answers = thread.messages.filter((one) => one.kind === 'answer').map((one) => one.text);
  if (to === null)
    return (
      <p className="cluster">
        <Button small label={`${t('channels.inquiries.reply')}: ${thread.name}`} onPress={() => setTo('reply')}>
          {t('channels.inquiries.reply')}
        </Button>
        {origin !== null && answers.length > 0 && (
          <Button
            small
            label={`${t('channels.inquiries.back')}: ${thread.name}`}
            onPress={() => {
              setText(answers.join('\n\n'));
              setTo('back');
            }}
          >
            {t('channels.inquiries.back')}
          </Button>
        )}
      </p>
    );
  const press = (): void => {
    if (to === 'back' && origin !== null) send.mutate({ params: { id: origin.id }, body: { kind: 'answer', text } });
    else send.mutate({ params: { id: it.id }, body: { kind: 'reply', text, to: thread.seat } });
  };
  return (
    <div className="stack-s">
      <ProseField
        bare
        label={t(to === 'back' ? 'channels.inquiries.back' : 'channels.inquiries.reply')}
        rows={4}
        max={10_000}
        value={text}
        onChange={setText}
      />
      <p className="small dim">
        {to === 'back' ? t('channels.inquiries.back.says') : t('channels.inquiries.read-by', { who: thread.name })}
      </p>
      {send.error !== null && <RefusalNote error={send.error} />}
      <p className="cluster">
        <Button
          tone="go"
          small
          wait={send.isPending}
          why={text.trim() === '' ? t('channels.write.empty') : undefined}
          onPress={press}
        >
          {t('channels.inquiries.say')}
        </Button>
        <Button small onPress={() => setTo(null)}>
          {t('portal.close')}
        </Button>
      </p>
    </div>
  );
}
