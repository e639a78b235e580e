import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type SupportShown } from '../../contract.ts';

/** What the reader can do with a support now; nothing where it waits for the other. */
export function SupportActs({ it }: { it: SupportShown }) {
  const can = (act: SupportShown['may'][number]): boolean => it.may.includes(act);
  if (it.may.length === 0) return null;
  return (
    <Panel title={t('channels.supports.to-do')} tone="key">
      <div className="stack">
        {can('accept') && <Answering id={it.id} />}
        {can('agree') && <Agreeing it={it} />}
        {can('work') && <Noting id={it.id} door="workOnSupport" what="channels.supports.work" />}
        {can('outcome') && <Noting id={it.id} door="proposeOutcome" what="channels.supports.outcome" />}
      </div>
    </Panel>
  );
}

function Answering({ id }: { id: string }) {
  const [note, setNote] = useState('');
  const send = useSend(channelsDoors.answerSupport);
  const params = { id };
  return (
    <>
      <ProseField bare label={t('channels.supports.note')} rows={2} max={2000} value={note} onChange={setNote} />
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button
        tone="go"
        wide
        wait={send.isPending}
        onPress={() => send.mutate({ params, body: { answer: 'accepted', ...(note.trim() === '' ? {} : { note }) } })}
      >
        {t('channels.supports.accept')}
      </Button>
      <Button
        wide
        wait={send.isPending}
        why={note.trim() === '' ? t('channels.supports.decline.why') : undefined}
        onPress={() => send.mutate({ params, body: { answer: 'declined', note } })}
      >
        {t('channels.supports.decline')}
      </Button>
    </>
  );
}

function Agreeing({ it }: { it: SupportShown }) {
  const send = useSend(channelsDoors.agreeOutcome);
  const outcome = it.steps.findLast((step) => step.step === 'outcome');
  if (outcome === undefined) return null;
  return (
    <>
      <p className="pre">{outcome.note}</p>
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button
        tone="go"
        wide
        wait={send.isPending}
        onPress={() => send.mutate({ params: { id: it.id }, body: { outcome: outcome.id } })}
      >
        {t('channels.supports.agree')}
      </Button>
    </>
  );
}

function Noting({
  id,
  door,
  what,
}: {
  id: string;
  door: 'workOnSupport' | 'proposeOutcome';
  what: 'channels.supports.work' | 'channels.supports.outcome';
}) {
  const [note, setNote] = useState('');
  const send = useSend(channelsDoors[door], { onDone: () => setNote('') });
  return (
    <>
      <ProseField bare label={t(what)} rows={3} max={4000} value={note} onChange={setNote} />
      {send.error !== null && <RefusalNote error={send.error} />}
      <Button
        wide
        wait={send.isPending}
        why={note.trim() === '' ? t('channels.write.empty') : undefined}
        onPress={() => send.mutate({ params: { id }, body: { note } })}
      >
        {t(door === 'workOnSupport' ? 'channels.supports.work.do' : 'channels.supports.outcome.do')}
      </Button>
    </>
  );
}
