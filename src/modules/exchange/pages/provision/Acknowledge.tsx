import { useState } from 'react';
import { hasMarkup } from '../../../../kernel/text.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { acknowledgementStates, circulationDoors } from '../../../circulation/contract.ts';
import type { AcknowledgementState } from '../../../circulation/contract.ts';
import type { ProvisionView } from '../../shapes/provision.ts';
import type { Words } from '../words/programme.ts';

type Receipt = NonNullable<ProvisionView['receipt']>;

/** Acknowledges in one press: received, not affected, investigating, affected. A later answer takes the place of the earlier. */
export function Acknowledge({ receipt, words }: { receipt: Receipt; words: Words }) {
  const [note, setNote] = useState(receipt.note ?? '');
  const [again, setAgain] = useState(false);
  const acknowledge = useSend(circulationDoors.acknowledge, {
    onDone: () => {
      setAgain(false);
      say(t('exchange.acknowledge.done'));
    },
  });
  if (receipt.acknowledgedAt !== null && !again)
    return <Answered receipt={receipt} words={words} onAgain={() => setAgain(true)} />;
  const press = (state: AcknowledgementState): void => {
    const said = note.trim();
    acknowledge.mutate({ params: { id: receipt.id }, body: { state, ...(said === '' ? {} : { note: said }) } });
  };
  const states = acknowledgementStates.filter((state) => receipt.acknowledgedAt === null || state !== 'received');
  return (
    <Panel tone="key" title={t('exchange.acknowledge.title')}>
      {receipt.due !== null && (
        <p>
          <Deadline at={receipt.due} />
        </p>
      )}
      <p className="small dim">{t('exchange.acknowledge.says')}</p>
      <ProseField
        label={t('exchange.acknowledge.note')}
        maybe={t('exchange.relay.note.maybe')}
        rows={2}
        max={2000}
        value={note}
        onChange={setNote}
      />
      {acknowledge.error !== null && <RefusalNote error={acknowledge.error} />}
      <div className="answers">
        {states.map((state) => (
          <Button
            key={state}
            wide
            tone={state === 'received' ? 'go' : 'plain'}
            {...(state === 'affected' ? { icon: 'warn' as const } : {})}
            wait={acknowledge.isPending}
            why={hasMarkup(note) ? t('exchange.compose.why.markup') : undefined}
            onPress={() => press(state)}
          >
            {words.code('acknowledgement', state)}
          </Button>
        ))}
      </div>
    </Panel>
  );
}

function Answered({ receipt, words, onAgain }: { receipt: Receipt; words: Words; onAgain: () => void }) {
  return (
    <Panel title={t('exchange.acknowledge.answered')}>
      <p>
        <State
          tone={receipt.state === 'affected' ? 'late' : 'done'}
          icon={receipt.state === 'affected' ? 'warn' : 'check'}
        >
          {words.code('acknowledgement', receipt.state ?? 'received')}
        </State>{' '}
        {receipt.acknowledgedAt !== null && (
          <span className="small dim">
            <Moment at={receipt.acknowledgedAt} />
          </span>
        )}
      </p>
      {receipt.note !== null && <p className="small">{receipt.note}</p>}
      <p className="panel-act">
        <Button wide onPress={onAgain}>
          {t('exchange.acknowledge.change')}
        </Button>
      </p>
    </Panel>
  );
}
