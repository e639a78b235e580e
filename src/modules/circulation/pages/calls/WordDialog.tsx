import { useState } from 'react';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { both, t } from '../../../../portal/text.ts';
import { acknowledgementStates, circulationDoors, type AcknowledgementState, type CallView } from '../../contract.ts';
import { CallDialog } from './CallDialog.tsx';
import { answerWord } from './words.ts';

/** Takes an acknowledgement by telephone: what the body answers, and who said so. */
export function WordDialog({ it, onClose }: { it: CallView; onClose: () => void }) {
  const [state, setState] = useState<AcknowledgementState>('received');
  const [saidBy, setSaidBy] = useState('');
  const [note, setNote] = useState('');
  const take = useSend(circulationDoors.takeWord, {
    onDone: () => {
      say(t('circulation.calls.word.done'));
      onClose();
    },
  });
  const name = both(it.body.name);
  const lacks = saidBy.trim() === '' ? t('circulation.calls.word.who') : undefined;
  const body = {
    state,
    saidBy,
    ...(note.trim() === '' ? {} : { note }),
    ...(it.next === null ? {} : { contact: it.next }),
  };
  return (
    <CallDialog
      title={t('circulation.calls.word.title', { name })}
      act={t('circulation.calls.word')}
      wait={take.isPending}
      written={saidBy}
      lacks={lacks}
      error={take.error}
      note={note}
      onNote={setNote}
      onAct={() => take.mutate({ params: { id: it.receipt }, body })}
      onClose={onClose}
    >
      <Note>{t('circulation.calls.word.says', { name })}</Note>
      <Segmented
        bare
        label={t('circulation.calls.answer')}
        options={acknowledgementStates.map((key) => ({ key, label: answerWord(key) }))}
        value={state}
        onChange={(key) => setState(acknowledgementStates.find((one) => one === key) ?? 'received')}
      />
      <TextField bare must label={t('circulation.calls.said-by')} max={80} value={saidBy} onChange={setSaidBy} />
    </CallDialog>
  );
}
