import { useState } from 'react';
import { hasMarkup } from '../../../../kernel/text.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { both, t } from '../../../../portal/text.ts';
import { acknowledgementStates, circulationDoors, type AcknowledgementState, type CallView } from '../../contract.ts';
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
    <Dialog
      title={t('circulation.calls.word.title', { name })}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button
            tone="go"
            wait={take.isPending}
            why={hasMarkup(note) || hasMarkup(saidBy) ? t('circulation.calls.markup') : lacks}
            onPress={() => take.mutate({ params: { id: it.receipt }, body })}
          >
            {t('circulation.calls.word')}
          </Button>
        </>
      }
    >
      <Note>{t('circulation.calls.word.says', { name })}</Note>
      <Segmented
        label={t('circulation.calls.answer')}
        options={acknowledgementStates.map((key) => ({ key, label: answerWord(key) }))}
        value={state}
        onChange={(key) => setState(acknowledgementStates.find((one) => one === key) ?? 'received')}
      />
      <TextField must label={t('circulation.calls.said-by')} max={80} value={saidBy} onChange={setSaidBy} />
      <ProseField label={t('circulation.calls.said')} maybe rows={2} max={1000} value={note} onChange={setNote} />
      {take.error !== null && <RefusalNote error={take.error} />}
    </Dialog>
  );
}
