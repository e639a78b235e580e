import { useState } from 'react';
import { hasMarkup } from '../../../../kernel/text.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { t } from '../../../../portal/text.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import type { Words } from '../words/programme.ts';
import { outcomeWord } from './words.ts';
import type { Called } from './words.ts';

const channels = ['phone', 'fax', 'mail', 'radio', 'in-person'] as const;
const outcomes = ['reached', 'no-answer', 'left-message', 'call-back', 'wrong-number'] as const;

/** Records that somebody silent was tried, by what means and how it went. */
export function AttemptDialog({
  item,
  called,
  words,
  onClose,
}: {
  item: string;
  called: Called;
  words: Words;
  onClose: () => void;
}) {
  const [channel, setChannel] = useState<(typeof channels)[number]>('phone');
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('reached');
  const [note, setNote] = useState(called.receipt === null ? called.name : '');
  const record = useSend(circulationDoors.recordAttempt, {
    onDone: () => {
      say(t('exchange.attempt.done'));
      onClose();
    },
  });
  const body = {
    channel,
    outcome,
    ...(called.receipt === null ? {} : { receipt: called.receipt }),
    ...(note.trim() === '' ? {} : { note }),
  };
  return (
    <Dialog
      title={t('exchange.attempt.title', { name: called.name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button
            tone="go"
            wait={record.isPending}
            why={hasMarkup(note) ? t('exchange.compose.why.markup') : undefined}
            onPress={() => record.mutate({ params: { id: item }, body })}
          >
            {t('exchange.silent.record')}
          </Button>
        </>
      }
    >
      {called.phone !== null && (
        <p>
          <a href={`tel:${called.phone}`}>
            <Icon name="phone" /> <b>{called.phone}</b>
          </a>
        </p>
      )}
      <Segmented
        label={t('exchange.attempt.channel')}
        bare
        options={channels.map((key) => ({ key, label: words.code('channel', key) }))}
        value={channel}
        onChange={(key) => setChannel(channels.find((it) => it === key) ?? 'phone')}
      />
      <Segmented
        label={t('exchange.attempt.outcome')}
        bare
        options={outcomes.map((key) => ({ key, label: outcomeWord(key) }))}
        value={outcome}
        onChange={(key) => setOutcome(outcomes.find((it) => it === key) ?? 'reached')}
      />
      <ProseField
        label={t('exchange.attempt.note')}
        bare
        maybe={t('exchange.relay.note.maybe')}
        rows={2}
        max={1000}
        value={note}
        onChange={setNote}
      />
      {record.error !== null && <RefusalNote error={record.error} />}
    </Dialog>
  );
}
