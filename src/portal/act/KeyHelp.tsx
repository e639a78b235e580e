import { Fragment } from 'react';
import { t } from '../text.ts';
import { Dialog } from './Dialog.tsx';

/** The keys that work on every page. */
export function KeyHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const keys: readonly (readonly [string, string])[] = [
    ['?', t('portal.keys.help')],
    ['/', t('portal.keys.search')],
    ['j', t('portal.keys.next')],
    ['k', t('portal.keys.previous')],
    ['Enter', t('portal.keys.open')],
    ['Esc', t('portal.keys.close')],
  ];
  return (
    <Dialog title={t('portal.keys.title')} open={open} onClose={onClose}>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <Fragment key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
