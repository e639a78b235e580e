import { Button } from '../../../../portal/act/Button.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { t } from '../../../../portal/text.ts';

/** Says that a draft went on in another window, so that neither overwrites the other. */
export function Stale() {
  return (
    <Note
      tone="soon"
      live
      action={
        <Button small onPress={() => location.reload()}>
          {t('exchange.draft.take')}
        </Button>
      }
    >
      <b>{t('exchange.draft.stale')}</b> {t('exchange.draft.stale.way')}
    </Note>
  );
}
