import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors, type RecoveryView } from '../../../contract.ts';

/** Confirming as the second person: how it was checked who asks, and then the word to be said to them, shown once. */
export function Confirm({ it, onClose }: { it: RecoveryView; onClose: () => void }) {
  const [checked, setChecked] = useState('');
  const confirm = useSend(partiesDoors.confirmRecovery);
  const done = confirm.data !== undefined;
  return (
    <Dialog
      title={t('parties.recovery.confirm.of', { name: both(it.person.name) })}
      open
      onClose={onClose}
      actions={
        done ? undefined : (
          <Button
            tone="go"
            wait={confirm.isPending}
            why={checked.trim() === '' ? t('parties.recovery.checked.empty') : undefined}
            onPress={() => confirm.mutate({ params: { id: it.id }, body: { checked } })}
          >
            {t('parties.recovery.confirm')}
          </Button>
        )
      }
    >
      {confirm.data === undefined ? (
        <div className="stack-s">
          <p>{t('parties.recovery.confirm.says', { name: both(it.person.name) })}</p>
          <TextField
            bare
            must
            label={t('parties.recovery.checked')}
            help={t('parties.recovery.checked.help')}
            max={400}
            value={checked}
            onChange={setChecked}
          />
        </div>
      ) : (
        <Note tone="done" live>
          <b>{t('parties.recovery.word.once')}</b>
          <br />
          <code className="big">{confirm.data.word}</code>
        </Note>
      )}
      {confirm.error !== null && <RefusalNote error={confirm.error} />}
    </Dialog>
  );
}
