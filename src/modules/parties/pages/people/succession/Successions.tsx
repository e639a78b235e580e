import { instantAt } from '../../../../../kernel/time.ts';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, usePages, useSend } from '../../../../../portal/data/query.ts';
import { EmptyState } from '../../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../../portal/list/More.tsx';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../../../portal/show/Facts.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors, type SuccessionView } from '../../../contract.ts';
import { Propose } from './Propose.tsx';
import { Take } from './Take.tsx';

/** Handing one's role to a successor, taking one over, inviting who follows; and what was handed over before. */
export default function Successions() {
  const session = useGet(partiesDoors.showSession).data;
  const list = usePages(partiesDoors.listSuccessions);
  const open = list.items.some((it) => it.mine && it.seat === session?.seat.id && !over(it));
  return (
    <>
      <PageHead
        title={t('parties.successions')}
        crumbs={[{ label: t('parties.people.title'), href: '/people' }, { label: t('parties.successions') }]}
      />
      <div className="beside">
        <div className="stack">
          <p className="dim">{t('parties.successions.says')}</p>
          <Answer of={list.query}>
            {() =>
              list.items.length === 0 ? (
                <EmptyState title={t('parties.successions.none')}>{t('parties.successions.none.way')}</EmptyState>
              ) : (
                <div className="stack">
                  {list.items.map((it) => (
                    <One
                      key={it.id}
                      it={it}
                      seat={session?.seat.id ?? ''}
                      keeps={session?.powers.includes('manage-accounts') ?? false}
                    />
                  ))}
                </div>
              )
            }
          </Answer>
          <More of={list} />
        </div>
        <aside>{session !== undefined && <Propose me={session.person.id} open={open} />}</aside>
      </div>
    </>
  );
}

const over = (it: SuccessionView): boolean => it.state === 'done' || it.state === 'revoked';

function One({ it, seat, keeps }: { it: SuccessionView; seat: string; keeps: boolean }) {
  const revoke = useSend(partiesDoors.revokeSuccession, { onDone: () => say(t('parties.succession.revoked')) });
  const waits = it.state === 'proposed' || it.state === 'invited';
  return (
    // Two may be of the same people: an article needs no name of its own.
    <article className={waits && it.yours ? 'panel key' : 'panel'}>
      <h2>
        {t('parties.succession.from-to', { from: both(it.from), to: both(it.to) })}
        <small>
          <Standing it={it} />
        </small>
      </h2>
      <div className="stack-s">
        <Facts
          items={[
            { term: t('parties.seat'), value: `${both(it.body)} ${both(it.title)}` },
            { term: t('parties.succession.day'), value: <Moment at={instantAt(it.day, '12:00')} as="day" /> },
            { term: t('parties.succession.to'), value: `${both(it.to)}（${it.email}）` },
            ...(it.note === '' ? [] : [{ term: t('parties.succession.word'), value: it.note }]),
          ]}
        />
        {waits && it.needsInvitation && !keeps && <Note tone="soon">{t('parties.succession.wants-account')}</Note>}
        {waits && it.needsInvitation && keeps && !it.mine && <InviteSuccessor it={it} />}
        {waits && it.yours && (it.seat === seat ? <Take it={it} /> : <Note>{t('parties.succession.other-seat')}</Note>)}
        {it.state === 'lapsed' && it.mine && <Note tone="late">{t('parties.succession.lapsed.way')}</Note>}
        {it.mine && (waits || it.state === 'lapsed') && (
          <p>
            <Button small wait={revoke.isPending} onPress={() => revoke.mutate({ params: { id: it.id } })}>
              {t('parties.succession.revoke')}
            </Button>
          </p>
        )}
        {revoke.error !== null && <RefusalNote error={revoke.error} />}
      </div>
    </article>
  );
}

function Standing({ it }: { it: SuccessionView }) {
  const tone = (
    { proposed: 'soon', invited: 'soon', accepted: 'info', done: 'done', revoked: 'idle', lapsed: 'late' } as const
  )[it.state];
  const words = {
    proposed: t('parties.succession.state.proposed'),
    invited: t('parties.succession.state.invited'),
    accepted: t('parties.succession.state.accepted'),
    done: t('parties.succession.state.done'),
    revoked: t('parties.invitation.revoked'),
    lapsed: t('parties.succession.state.lapsed'),
  }[it.state];
  return <State tone={tone}>{words}</State>;
}

/** The keeper of accounts invites the successor; the link goes by mail or is shown once. */
function InviteSuccessor({ it }: { it: SuccessionView }) {
  const invite = useSend(partiesDoors.inviteSuccessor);
  if (invite.data !== undefined)
    return (
      <Note tone="done" live>
        <b>{t(invite.data.secret === null ? 'parties.invite.mailed' : 'parties.invite.once')}</b>{' '}
        <Moment at={invite.data.until} />
        {invite.data.secret !== null && (
          <>
            <br />
            <code>{`${location.origin}/invitation#${invite.data.secret}`}</code>
          </>
        )}
      </Note>
    );
  return (
    <div className="stack-s">
      <p>{t('parties.succession.invite.says')}</p>
      <p>
        <Button tone="go" wait={invite.isPending} onPress={() => invite.mutate({ params: { id: it.id } })}>
          {t('parties.succession.invite')}
        </Button>
      </p>
      {invite.error !== null && <RefusalNote error={invite.error} />}
    </div>
  );
}
