import { AudiencePanel } from '../../../../portal/act/AudiencePanel.tsx';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { t } from '../../../../portal/text.ts';
import type { Words } from '../words/programme.ts';
import { countNow, firstOf, reachOf } from './preview.ts';
import type { Chosen, Preview } from './preview.ts';

/** What stands beside the button: who will see this, when, and what of it. */
export function Seen({
  preview,
  chosen,
  words,
  action,
  why,
  wait,
  error,
  after,
  onSend,
}: {
  preview: Preview;
  chosen: Chosen;
  words: Words;
  action: string;
  why: string | undefined;
  wait: boolean;
  error: unknown;
  after: string;
  onSend: () => void;
}) {
  const first = firstOf(preview);
  return (
    <>
      <AudiencePanel
        title={t('exchange.seen.title')}
        count={countNow(preview, chosen)}
        reach={reachOf(preview, chosen, words)}
        after={after}
      >
        {error !== null && <RefusalNote error={error} />}
        <Button tone="go" wide wait={wait} why={why} onPress={onSend}>
          {action}
        </Button>
      </AudiencePanel>
      {first !== undefined && first.phone !== null && (
        <p className="small dim phone-first">
          {t('exchange.seen.phone')}
          <br />
          {words.body(first.body)} <Icon name="phone" /> <a href={`tel:${first.phone}`}>{first.phone}</a>
        </p>
      )}
    </>
  );
}

/** On a phone the way to the send button stays at the thumb, with how many will get it. */
export function Dock({ preview, chosen, words }: { preview: Preview; chosen: Chosen; words: Words }) {
  return (
    <div className="phone-dock">
      <span>
        <Icon name="people" /> {t('exchange.seen.to')} <b>{countNow(preview, chosen)}</b>
        <br />
        {words.body(firstOf(preview)?.body ?? '')}
      </span>
      <Button tone="go" href="#audience">
        {t('exchange.seen.check')}
      </Button>
    </div>
  );
}
