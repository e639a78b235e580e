import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { useGet, usePages, useSend } from '../../../../../portal/data/query.ts';
import { DataTable } from '../../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../../portal/list/More.tsx';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { partiesDoors, type HandoverView } from '../../../contract.ts';
import { Propose } from './Propose.tsx';

/** Handovers of sectors between ministries: proposed by the keeper of accounts, confirmed by a second person. */
export default function Handovers() {
  const session = useGet(partiesDoors.showSession).data;
  const handovers = usePages(partiesDoors.listHandovers);
  const confirm = useSend(partiesDoors.confirmHandover);
  const revoke = useSend(partiesDoors.revokeHandover);
  const keeps = session?.powers.includes('manage-accounts') ?? false;
  const error = confirm.error ?? revoke.error;
  return (
    <>
      <PageHead title={t('parties.handovers')} />
      <div className={keeps ? 'beside' : 'stack'}>
        <div className="stack">
          <p className="dim">{t('parties.handovers.says')}</p>
          {error !== null && <RefusalNote error={error} />}
          <Answer of={handovers.query}>
            {() => (
              <DataTable<HandoverView>
                caption={t('parties.handovers')}
                rows={handovers.items}
                rowKey={(it) => it.id}
                empty={<EmptyState title={t('parties.handovers.none')}>{t('parties.handovers.none.way')}</EmptyState>}
                columns={[
                  {
                    key: 'sector',
                    label: t('parties.handover.sector'),
                    head: true,
                    cell: (it) => both(it.sector.name),
                  },
                  { key: 'seats', label: t('parties.handover.seats'), cell: (it) => <Seats it={it} /> },
                  { key: 'day', label: t('parties.handover.day'), cell: (it) => it.day },
                  { key: 'state', label: t('parties.state'), cell: (it) => <Standing it={it} /> },
                  {
                    key: 'act',
                    label: <span className="unseen-by-eye">{t('parties.act')}</span>,
                    cell: (it) =>
                      it.state === 'proposed' && (
                        <span className="cluster">
                          {!it.mine && (
                            <Button
                              small
                              label={t('parties.handover.confirm.of', { sector: both(it.sector.name) })}
                              wait={confirm.isPending}
                              onPress={() => confirm.mutate({ params: { id: it.id } })}
                            >
                              {t('parties.handover.confirm')}
                            </Button>
                          )}
                          {keeps && (
                            <Button
                              small
                              label={t('parties.handover.revoke.of', { sector: both(it.sector.name) })}
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
          <More of={handovers} />
        </div>
        {keeps && (
          <aside>
            <Propose />
          </aside>
        )}
      </div>
    </>
  );
}

function Seats({ it }: { it: HandoverView }) {
  return (
    <span>
      {t('parties.handover.from-to', { from: both(it.from), to: both(it.to) })}
      <br />
      <span className="small dim">
        {it.reason} {t(it.keeps ? 'parties.handover.keeps' : 'parties.handover.ends')}
      </span>
    </span>
  );
}

function Standing({ it }: { it: HandoverView }) {
  const tone = ({ proposed: 'soon', confirmed: 'info', done: 'done', revoked: 'idle' } as const)[it.state];
  const words = {
    proposed: t('parties.handover.proposed'),
    confirmed: t('parties.handover.confirmed'),
    done: t('parties.handover.done'),
    revoked: t('parties.invitation.revoked'),
  }[it.state];
  return <State tone={tone}>{words}</State>;
}
