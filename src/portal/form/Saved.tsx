import type { SavedState } from '../data/draft.ts';
import { Icon } from '../show/Icon.tsx';
import { Moment } from '../show/Time.tsx';
import { rich, t } from '../text.ts';

/** Says that what was written is safe, since when, and where. */
export function Saved({ state }: { state: SavedState }) {
  return (
    <p className={`saved ${state.as}`} role="status">
      {state.as === 'saved' && (
        <>
          <Icon name="save" />
          <span>{rich('portal.saved.at', { when: <Moment at={state.at} as="seconds" /> })}</span>
        </>
      )}
      {state.as === 'local' && (
        <>
          <Icon name="warn" />
          <span>{rich('portal.saved.local', { when: <Moment at={state.at} as="seconds" /> })}</span>
        </>
      )}
      {state.as === 'saving' && <span>{t('portal.saved.saving')}</span>}
    </p>
  );
}
