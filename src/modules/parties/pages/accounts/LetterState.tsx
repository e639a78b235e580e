import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { InvitationView } from '../../contract.ts';

/** What became of a letter: when it was sent, or by which code the receiving side turned it down. */
export function LetterState({ it }: { it: InvitationView['letter'] }) {
  if (it === null) return <span className="dim">{t('parties.letter.none')}</span>;
  if (it.sentAt !== null)
    return (
      <span>
        {t('parties.letter.sent')} <Moment at={it.sentAt} />
      </span>
    );
  return it.why === null ? (
    <State tone="info">{t('parties.letter.waiting')}</State>
  ) : (
    <State tone="late">{t('parties.letter.failed', { why: it.why })}</State>
  );
}
