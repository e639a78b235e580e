import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { usePages, useSend } from '../../../../../portal/data/query.ts';
import { DataTable } from '../../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../../portal/list/More.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors, type RecoveryView } from '../../../contract.ts';
import { recoveryWords } from '../../words.ts';
import { LetterState } from '../LetterState.tsx';
import { Confirm } from './Confirm.tsx';

/** Recoveries that the reader may know; confirming one as the second person, and, for the keeper, taking one back. */
export function Recoveries({ keeps }: { keeps: boolean }) {
  const recoveries = usePages(partiesDoors.listRecoveries);
  const revoke = useSend(partiesDoors.revokeRecovery);
  const [confirming, setConfirming] = useState<RecoveryView | null>(null);
  return (
    <div className="stack">
      {revoke.error !== null && <RefusalNote error={revoke.error} />}
      <Answer of={recoveries.query}>
        {() => (
          <DataTable<RecoveryView>
            caption={t('parties.recoveries')}
            rows={recoveries.items}
            rowKey={(it) => it.id}
            empty={<EmptyState title={t('parties.recoveries.none')}>{t('parties.recoveries.none.way')}</EmptyState>}
            columns={[
              { key: 'name', label: t('parties.name'), head: true, cell: (it) => both(it.person.name) },
              { key: 'state', label: t('parties.state'), cell: (it) => <Standing it={it} /> },
              {
                key: 'opened',
                label: t('parties.recovery.opened'),
                cell: (it) => (
                  <span>
                    <Moment at={it.openedAt} />{' '}
                    {it.openedBy === null ? t('parties.recovery.keeper') : both(it.openedBy)}
                    <br />
                    <span className="small dim">{it.reason}</span>
                  </span>
                ),
              },
              {
                key: 'confirmed',
                label: t('parties.recovery.confirmed'),
                cell: (it) =>
                  it.confirmedAt !== null && (
                    <span>
                      <Moment at={it.confirmedAt} />{' '}
                      {it.confirmedBy === null ? t('parties.recovery.keeper') : both(it.confirmedBy)}
                      <br />
                      <span className="small dim">{it.checked}</span>
                    </span>
                  ),
              },
              { key: 'until', label: t('parties.invitation.until'), cell: (it) => <Moment at={it.until} /> },
              {
                key: 'act',
                label: <span className="unseen-by-eye">{t('parties.act')}</span>,
                cell: (it) => (
                  <span className="cluster">
                    {it.state === 'open' && !it.mine && (
                      <Button
                        small
                        label={t('parties.recovery.confirm.of', { name: both(it.person.name) })}
                        onPress={() => setConfirming(it)}
                      >
                        {t('parties.recovery.confirm')}
                      </Button>
                    )}
                    {keeps && (it.state === 'open' || it.state === 'confirmed') && (
                      <Button
                        small
                        label={t('parties.recovery.revoke.of', { name: both(it.person.name) })}
                        wait={revoke.isPending}
                        onPress={() => revoke.mutate({ params: { id: it.id } })}
                      >
                        {t('parties.invitation.revoke')}
                      </Button>
                    )}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <More of={recoveries} />
      {confirming !== null && <Confirm it={confirming} onClose={() => setConfirming(null)} />}
    </div>
  );
}

function Standing({ it }: { it: RecoveryView }) {
  const tone = ({ open: 'soon', confirmed: 'info', used: 'done', revoked: 'idle', expired: 'idle' } as const)[it.state];
  return (
    <div>
      <State tone={tone}>{recoveryWords(it.state)}</State>
      <LetterState it={it.letter} />
    </div>
  );
}
