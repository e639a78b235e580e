import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { partiesDoors, type SessionView } from '../../contract.ts';

/** Tells a person, on every page, that their account is being or was recovered. Whoever can still get in can stop it. */
export function RecoveryTold({ recovery }: { recovery: NonNullable<SessionView['recovery']> }) {
  const revoke = useSend(partiesDoors.revokeRecovery);
  return (
    <div className="stack-s">
      <Note
        tone="late"
        action={
          recovery.used ? undefined : (
            <Button small wait={revoke.isPending} onPress={() => revoke.mutate({ params: { id: recovery.id } })}>
              {t('parties.recovery.stop')}
            </Button>
          )
        }
      >
        {t(recovery.used ? 'parties.recovery.was-used' : 'parties.recovery.is-open')} <Moment at={recovery.at} />
      </Note>
      {revoke.error !== null && <RefusalNote error={revoke.error} />}
    </div>
  );
}
