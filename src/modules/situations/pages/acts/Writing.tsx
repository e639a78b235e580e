import type { ReactNode } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { t } from '../../../../portal/text.ts';

/** A dialog in which something is written: what it is, its fields, the one button, and why not. */
export function Writing({
  title,
  does,
  waits,
  error,
  onDo,
  onClose,
  children,
}: {
  title: string;
  does: string;
  waits: boolean;
  error: unknown;
  onDo: () => void;
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
          <Button tone="go" wait={waits} onPress={onDo}>
            {does}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && <RefusalNote error={error} />}
    </Dialog>
  );
}
