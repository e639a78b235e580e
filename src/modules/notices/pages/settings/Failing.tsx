import { Button } from '../../../../portal/act/Button.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { noticesDoors } from '../../contract.ts';

/** Says that mail to one's address comes back, since when, and whether any still goes out; and the way to be written to again. */
export function Failing({ it, address }: { it: { since: string; code: string; stopped: boolean }; address: string }) {
  const again = useSend(noticesDoors.writeAgain, { onDone: () => say(t('notices.fails.retried')) });
  const words = { address, since: <Moment at={it.since} as="both" />, code: <code>{it.code}</code> };
  return (
    <Note
      tone={it.stopped ? 'late' : 'soon'}
      action={
        <Button small wait={again.isPending} onPress={() => again.mutate({ body: {} })}>
          {t('notices.fails.retry')}
        </Button>
      }
    >
      {it.stopped ? rich('notices.fails.stopped', words) : rich('notices.fails', words)}
    </Note>
  );
}
