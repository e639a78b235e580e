import { Button } from '../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { usePages, useSend } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors, type InvitationView } from '../../contract.ts';
import { invitationWords } from '../words.ts';
import { Invite } from './Invite.tsx';
import { LetterState } from './LetterState.tsx';

/** Invitations, and making a new one. */
export function Invitations() {
  const invitations = usePages(partiesDoors.listInvitations);
  const revoke = useSend(partiesDoors.revokeInvitation);
  return (
    <div className="beside">
      <div className="stack">
        {revoke.error !== null && <RefusalNote error={revoke.error} />}
        <Answer of={invitations.query}>
          {() => (
            <DataTable<InvitationView>
              cards
              caption={t('parties.accounts.invitations')}
              rows={invitations.items}
              rowKey={(it) => it.id}
              empty={<EmptyState title={t('parties.invitations.none')}>{t('parties.invitations.none.way')}</EmptyState>}
              columns={[
                { key: 'name', label: t('parties.name'), head: true, cell: (it) => both(it.name) },
                { key: 'email', label: t('parties.email'), cell: (it) => it.email },
                { key: 'body', label: t('parties.body'), cell: (it) => both(it.body.name) },
                { key: 'until', label: t('parties.invitation.until'), cell: (it) => <Moment at={it.until} /> },
                { key: 'state', label: t('parties.state'), cell: (it) => <Standing it={it} /> },
                {
                  key: 'act',
                  label: <span className="unseen-by-eye">{t('parties.act')}</span>,
                  cell: (it) =>
                    it.state === 'open' && (
                      <Button
                        small
                        label={t('parties.invitation.revoke.of', { name: both(it.name) })}
                        wait={revoke.isPending}
                        onPress={() => revoke.mutate({ params: { id: it.id } })}
                      >
                        {t('parties.invitation.revoke')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Answer>
        <More of={invitations} />
      </div>
      <aside>
        <Invite />
      </aside>
    </div>
  );
}

function Standing({ it }: { it: InvitationView }) {
  const tone = ({ open: 'info', accepted: 'done', revoked: 'idle', expired: 'soon' } as const)[it.state];
  return (
    <div>
      <State tone={tone}>{invitationWords(it.state)}</State>
      <LetterState it={it.letter} />
    </div>
  );
}
