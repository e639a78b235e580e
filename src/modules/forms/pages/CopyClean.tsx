import { Button } from '../../../portal/act/Button.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import { t } from '../../../portal/text.ts';

/** Gives the clean value of an indicator to the clipboard, by an act of its own: on the page it stands defanged. */
export function CopyClean({ value }: { value: string }) {
  const copy = (): void =>
    void navigator.clipboard
      .writeText(value)
      .then(() => say(t('forms.indicator.copied')))
      .catch(() => say(t('forms.indicator.not-copied')));
  return (
    <Button small tone="quiet" onPress={copy}>
      {t('forms.indicator.copy')}
    </Button>
  );
}
