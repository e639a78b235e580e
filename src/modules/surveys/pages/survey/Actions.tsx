import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { type CampaignView, surveysDoors } from '../../contract.ts';

/** What one can do about a campaign that has been opened. */
export function Actions({ it }: { it: CampaignView }) {
  const [dialog, setDialog] = useState<'extend' | 'close' | null>(null);
  const relay = useSend(surveysDoors.relaySurvey, { onDone: () => say(t('surveys.relay.done')) });
  const nothing = !it.may.answer && !it.may.relay && !it.may.extend && !it.may.close && it.relay === null;
  if (nothing) return null;
  return (
    <Panel title={t('surveys.actions')} tone="key">
      <div className="stack-s">
        {it.may.answer && (
          <Button wide tone="go" href={`/surveys/${it.id}/answer`}>
            {t('surveys.answer.open')}
          </Button>
        )}
        {it.relay !== null && <Relayed of={it.relay} />}
        {it.may.relay && (
          <Button
            wide
            tone="go"
            wait={relay.isPending}
            onPress={() => relay.mutate({ params: { id: it.id }, body: {} })}
          >
            {t('surveys.relay.do', { n: it.relay?.waiting ?? 0 })}
          </Button>
        )}
        {it.may.extend && (
          <Button wide onPress={() => setDialog('extend')}>
            {t('surveys.extend')}
          </Button>
        )}
        {it.may.close && (
          <Button wide onPress={() => setDialog('close')}>
            {t('surveys.close')}
          </Button>
        )}
        {relay.error !== null && <RefusalNote error={relay.error} />}
      </div>
      {dialog === 'extend' && <Extend it={it} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <Close it={it} onClose={() => setDialog(null)} />}
    </Panel>
  );
}

function Relayed({ of }: { of: NonNullable<CampaignView['relay']> }) {
  if (of.relayedAt !== null)
    return (
      <p className="small">
        {t('surveys.relayed')} <Moment at={of.relayedAt} as="both" />
      </p>
    );
  return (
    <>
      <p className="small">{t('surveys.relay.says', { n: of.waiting })}</p>
      {of.due !== null && (
        <p>
          {t('surveys.relay.due')} <Deadline at={of.due} />
        </p>
      )}
    </>
  );
}

interface DialogProps {
  readonly it: CampaignView;
  readonly onClose: () => void;
}

function Extend({ it, onClose }: DialogProps) {
  const [due, setDue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const send = useSend(surveysDoors.extendSurvey, { onDone: onClose });
  const wrong = wrongFields(send.error);
  const press = (): void =>
    send.mutate({ params: { id: it.id }, body: { due: due ?? '', ...(note === '' ? {} : { note }) } });
  return (
    <Dialog
      title={t('surveys.extend')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button tone="go" wait={send.isPending} onPress={press}>
            {t('surveys.extend.do')}
          </Button>
        </>
      }
    >
      <p className="small dim">{t('surveys.extend.says')}</p>
      <DateTime must bare label={t('surveys.extend.until')} value={due} error={wrong['due']} onChange={setDue} />
      <TextField
        maybe={t('surveys.optional')}
        bare
        label={t('surveys.note')}
        max={500}
        value={note}
        error={wrong['note']}
        onChange={setNote}
      />
      {send.error !== null && <RefusalNote error={send.error} />}
    </Dialog>
  );
}

function Close({ it, onClose }: DialogProps) {
  const [note, setNote] = useState('');
  const send = useSend(surveysDoors.closeSurvey, { onDone: onClose });
  const press = (): void => send.mutate({ params: { id: it.id }, body: note === '' ? {} : { note } });
  return (
    <Dialog
      title={t('surveys.close')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button tone="go" wait={send.isPending} onPress={press}>
            {t('surveys.close.do')}
          </Button>
        </>
      }
    >
      <p>{t('surveys.close.says')}</p>
      <TextField
        maybe={t('surveys.optional')}
        bare
        label={t('surveys.note')}
        max={500}
        value={note}
        onChange={setNote}
      />
      {send.error !== null && <RefusalNote error={send.error} />}
    </Dialog>
  );
}
