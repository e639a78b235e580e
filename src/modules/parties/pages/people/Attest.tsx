import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../portal/data/query.ts';
import { Note } from '../../../../portal/show/Note.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { type ContactView, partiesDoors } from '../../contract.ts';

const tones = { fresh: 'done', soon: 'soon', late: 'late', never: 'late' } as const;

/** By when one's own body has to say that its points are right, and saying so for all that are shown. */
export function Attest({ points, keeps }: { points: readonly ContactView[]; keeps: boolean }) {
  const mine = useGet(partiesDoors.listFreshness).data?.items.find((it) => it.mine);
  const attest = useSend(partiesDoors.attest, { onDone: () => say(t('parties.attest.done')) });
  if (mine === undefined) return null;
  const words = {
    fresh: 'parties.attest.fresh',
    soon: 'parties.attest.soon',
    late: 'parties.attest.late',
    never: 'parties.attest.never',
  } as const;
  return (
    <>
      <Note
        tone={tones[mine.state]}
        action={
          keeps && points.length > 0 ? (
            <Button
              wait={attest.isPending}
              tone={mine.state === 'fresh' ? 'plain' : 'go'}
              onPress={() => attest.mutate({ body: { points: points.map((it) => it.id) } })}
            >
              {t('parties.attest.do', { n: points.length })}
            </Button>
          ) : undefined
        }
      >
        <b>{rich(words[mine.state], { when: mine.due === null ? '―' : <Moment at={mine.due} as="day" /> })}</b>{' '}
        {points.length === 0 ? t('parties.attest.none') : t('parties.attest.says')}
        {mine.ending > 0 && ` ${t('parties.attest.ending', { n: mine.ending })}`}
      </Note>
      {attest.error !== null && <RefusalNote error={attest.error} />}
    </>
  );
}
