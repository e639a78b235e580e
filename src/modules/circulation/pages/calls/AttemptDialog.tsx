import { useState } from 'react';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../portal/text.ts';
import { attemptOutcomes, circulationDoors, type AttemptOutcome, type CallView } from '../../contract.ts';
import { CallDialog } from './CallDialog.tsx';
import { outcomeWord } from './words.ts';

/** Notes a call: which number, how it went, who answered and what was said. */
export function AttemptDialog({ it, contact, onClose }: { it: CallView; contact: string | null; onClose: () => void }) {
  const [point, setPoint] = useState(contact ?? '');
  const [outcome, setOutcome] = useState<AttemptOutcome>('no-answer');
  const [whom, setWhom] = useState('');
  const [note, setNote] = useState('');
  const record = useSend(circulationDoors.recordAttempt, {
    onDone: () => {
      say(t('circulation.calls.noted'));
      onClose();
    },
  });
  const said = outcome === 'reached' || outcome === 'call-back' || outcome === 'left-message';
  const body = {
    receipt: it.receipt,
    channel: 'phone' as const,
    outcome,
    ...(point === '' ? {} : { contact: point }),
    ...(said && whom.trim() !== '' ? { whom } : {}),
    ...(note.trim() === '' ? {} : { note }),
  };
  return (
    <CallDialog
      title={t('circulation.calls.note.title', { name: both(it.body.name) })}
      act={t('circulation.calls.note')}
      wait={record.isPending}
      written={whom}
      error={record.error}
      note={note}
      onNote={setNote}
      onAct={() => record.mutate({ params: { id: it.item }, body })}
      onClose={onClose}
    >
      {it.points.length > 0 && (
        <Select
          bare
          label={t('circulation.calls.point')}
          options={[
            { key: '', label: t('circulation.calls.point.other') },
            ...it.points
              .filter((one) => !one.doubts.includes('ended'))
              .map((one) => ({ key: one.id, label: `${one.label} ${one.phone ?? one.sms ?? one.radio ?? ''}` })),
          ]}
          value={point}
          onChange={setPoint}
        />
      )}
      <Segmented
        bare
        label={t('circulation.calls.outcome')}
        options={attemptOutcomes.map((key) => ({ key, label: outcomeWord(key) }))}
        value={outcome}
        onChange={(key) => setOutcome(attemptOutcomes.find((one) => one === key) ?? 'no-answer')}
      />
      {said && <TextField bare label={t('circulation.calls.whom')} maybe max={80} value={whom} onChange={setWhom} />}
    </CallDialog>
  );
}
