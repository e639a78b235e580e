import { useState } from 'react';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import type { ActProps } from './acting.ts';
import { Writing } from './Writing.tsx';

/** Writing down what was decided. */
export function DecisionDialog({ it, onClose }: ActProps) {
  const [said, setSaid] = useState({ decided: '', options: '', basis: '', authority: '' });
  const [at, setAt] = useState<string | null>(null);
  const put = (change: Partial<typeof said>): void => setSaid({ ...said, ...change });
  const send = useSend(situationsDoors.recordDecision, {
    onDone: () => {
      say(t('situations.decision.done'));
      onClose();
    },
  });
  const wrong = wrongFields(send.error);
  return (
    <Writing
      title={t('situations.decision.do')}
      does={t('situations.decision.send')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body: { ...said, ...(at === null ? {} : { at }) } })}
      onClose={onClose}
    >
      <TextField
        bare
        must
        max={200}
        label={t('situations.decided')}
        value={said.decided}
        error={wrong['decided']}
        onChange={(decided) => put({ decided })}
      />
      <ProseField
        bare
        maybe
        rows={2}
        max={4000}
        label={t('situations.decision.options')}
        help={t('situations.decision.options.help')}
        value={said.options}
        onChange={(options) => put({ options })}
      />
      <ProseField
        bare
        must
        rows={2}
        max={2000}
        label={t('situations.decision.basis')}
        value={said.basis}
        error={wrong['basis']}
        onChange={(basis) => put({ basis })}
      />
      <TextField
        bare
        must
        max={100}
        label={t('situations.decision.authority')}
        help={t('situations.decision.authority.help')}
        value={said.authority}
        error={wrong['authority']}
        onChange={(authority) => put({ authority })}
      />
      <DateTime
        bare
        label={t('situations.decision.at')}
        help={t('situations.entry.at.help')}
        value={at}
        onChange={setAt}
      />
    </Writing>
  );
}
