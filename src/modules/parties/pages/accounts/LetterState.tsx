import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import type { InvitationView } from '../../contract.ts';

/** What became of a letter: when it was sent, or by which code the receiving side turned it down. Nothing where none was written. */
export function LetterState({ it }: { it: InvitationView['letter'] }) {
  if (it === null) return null;
  return (
    <div className="small">
      {it.sentAt !== null ? (
        <>
          {t('parties.letter.sent')} <Moment at={it.sentAt} />
        </>
      ) : it.why === null ? (
        t('parties.letter.waiting')
      ) : (
        <State tone="late">{t('parties.letter.failed', { why: it.why })}</State>
      )}
    </div>
  );
}
