import type { ReactNode } from 'react';
import { hasMarkup } from '../../../../kernel/text.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { t } from '../../../../portal/text.ts';

/** What both dialogs about a call have: a way out, one act, what was said, and why it is refused. */
export function CallDialog({
  title,
  act,
  wait,
  written,
  lacks,
  error,
  note,
  onNote,
  onAct,
  onClose,
  children,
}: {
  title: string;
  /** What the act is called. */
  act: string;
  wait: boolean;
  /** What else was written, in which no markup may stand. */
  written: string;
  /** What is still wanted before the act. */
  lacks?: string | undefined;
  error: unknown;
  note: string;
  onNote: (note: string) => void;
  onAct: () => void;
  onClose: () => void;
  children: ReactNode;
}) {
  return (
    <Dialog
      title={title}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button
            tone="go"
            wait={wait}
            why={hasMarkup(note) || hasMarkup(written) ? t('circulation.calls.markup') : lacks}
            onPress={onAct}
          >
            {act}
          </Button>
        </>
      }
    >
      {children}
      <ProseField bare label={t('circulation.calls.said')} maybe rows={2} max={1000} value={note} onChange={onNote} />
      {error !== null && <RefusalNote error={error} />}
    </Dialog>
  );
}
