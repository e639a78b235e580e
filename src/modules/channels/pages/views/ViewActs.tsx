import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type ViewShown } from '../../contract.ts';

/** What the reader can do with an exchange of views now; nothing where it waits for the others. */
export function ViewActs({ it }: { it: ViewShown }) {
  const can = (act: ViewShown['may'][number]): boolean => it.may.includes(act);
  if (it.may.length === 0) return null;
  return (
    <Panel title={t('channels.views.to-do')} tone="key">
      <div className="stack">
        {can('pass-on') && <PassOn id={it.id} />}
        {(can('accept') || can('decline')) && <Answering it={it} />}
        {can('date') && <Dating id={it.id} />}
        {can('hold') && <Simple door="holdViews" id={it.id} label={t('channels.views.hold')} />}
        {can('agree') && it.minutes !== null && <Agreeing id={it.id} revision={it.minutes.revision} />}
        {can('record') && <Recording it={it} />}
        {can('close') && <Simple door="closeViews" id={it.id} label={t('channels.views.close')} />}
      </div>
    </Panel>
  );
}

function Simple({ door, id, label }: { door: 'holdViews' | 'closeViews'; id: string; label: string }) {
  const send = useSend(channelsDoors[door]);
  return (
    <>
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button wide wait={send.isPending} onPress={() => send.mutate({ params: { id }, body: {} })}>
        {label}
      </Button>
    </>
  );
}

function PassOn({ id }: { id: string }) {
  const send = useSend(channelsDoors.passViewsOn);
  return (
    <>
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button tone="go" wide wait={send.isPending} onPress={() => send.mutate({ params: { id }, body: {} })}>
        {t('channels.views.pass-on')}
      </Button>
    </>
  );
}

function Answering({ it }: { it: ViewShown }) {
  const [note, setNote] = useState('');
  const send = useSend(channelsDoors.answerViews);
  const params = { id: it.id };
  return (
    <>
      <ProseField bare label={t('channels.views.note')} rows={2} max={2000} value={note} onChange={setNote} />
      {send.error !== null && <RefusalNote error={send.error} />}
      {it.may.includes('accept') && (
        <Button
          tone="go"
          wide
          wait={send.isPending}
          onPress={() => send.mutate({ params, body: { answer: 'accepted', ...(note.trim() === '' ? {} : { note }) } })}
        >
          {t('channels.views.accept')}
        </Button>
      )}
      <Button
        wide
        wait={send.isPending}
        why={note.trim() === '' ? t('channels.views.decline.why') : undefined}
        onPress={() => send.mutate({ params, body: { answer: 'declined', note } })}
      >
        {t('channels.views.decline')}
      </Button>
    </>
  );
}

function Dating({ id }: { id: string }) {
  const [meetsAt, setMeetsAt] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const send = useSend(channelsDoors.dateViews);
  return (
    <>
      <DateTime bare label={t('channels.views.meets')} value={meetsAt} onChange={setMeetsAt} />
      <ProseField bare label={t('channels.views.where')} rows={2} max={2000} value={note} onChange={setNote} />
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button
        wide
        wait={send.isPending}
        why={meetsAt === null || note.trim() === '' ? t('channels.views.date.incomplete') : undefined}
        onPress={() => {
          if (meetsAt !== null) send.mutate({ params: { id }, body: { meetsAt, note } });
        }}
      >
        {t('channels.views.date')}
      </Button>
    </>
  );
}

function Recording({ it }: { it: ViewShown }) {
  const [text, setText] = useState(it.minutes?.text ?? '');
  const send = useSend(channelsDoors.recordViews);
  return (
    <>
      <ProseField
        bare
        label={t('channels.views.record')}
        help={t('channels.views.record.help')}
        rows={6}
        max={20_000}
        value={text}
        onChange={setText}
      />
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button
        wide
        wait={send.isPending}
        why={text.trim() === '' || text === it.minutes?.text ? t('channels.views.record.same') : undefined}
        onPress={() => send.mutate({ params: { id: it.id }, body: { text } })}
      >
        {t('channels.views.record.send')}
      </Button>
    </>
  );
}

function Agreeing({ id, revision }: { id: string; revision: number }) {
  const send = useSend(channelsDoors.agreeMinutes);
  return (
    <>
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button tone="go" wide wait={send.isPending} onPress={() => send.mutate({ params: { id }, body: { revision } })}>
        {t('channels.views.agree', { n: revision })}
      </Button>
    </>
  );
}
