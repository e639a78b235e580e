import { Suspense, lazy } from 'react';
import type { DialogProps } from './Modal.tsx';

const Modal = lazy(() => import('./Modal.tsx'));

/** A dialog over the page: Esc closes, focus stays inside and goes back. Its code comes on first use. */
export function Dialog(props: DialogProps) {
  if (!props.open) return null;
  return (
    <Suspense>
      <Modal {...props} />
    </Suspense>
  );
}
