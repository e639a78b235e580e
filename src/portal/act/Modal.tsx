import type { ReactNode } from 'react';
import { Dialog, Heading, Modal as Box, ModalOverlay } from 'react-aria-components';
import { t } from '../text.ts';
import { Button } from './Button.tsx';

/** What a dialog is given. `actions` stand at its foot; `alert` for what cannot be undone. */
export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  readonly alert?: boolean;
}

/** The opened dialog. */
export default function Modal({ title, onClose, children, actions, alert = false }: DialogProps) {
  return (
    <ModalOverlay className="veil" isOpen isDismissable={!alert} onOpenChange={(open) => !open && onClose()}>
      <Box className="dialog">
        <Dialog role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button small tone="quiet" icon="close" onPress={onClose}>
              {t('portal.close')}
            </Button>
          </div>
          {children}
          {actions !== undefined && <div className="actions">{actions}</div>}
        </Dialog>
      </Box>
    </ModalOverlay>
  );
}
