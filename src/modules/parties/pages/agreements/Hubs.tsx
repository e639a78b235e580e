import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type HubView, partiesDoors } from '../../contract.ts';
import { useHubs } from './words.ts';

/** The hubs there are, and making oneself known to one so that it can propose. */
export function Hubs({ mine, onSeen }: { mine: string; onSeen: () => void }) {
  const { hubs } = useHubs();
  const [asked, setAsked] = useState<HubView | null>(null);
  const [note, setNote] = useState('');
  const send = useSend(partiesDoors.introduce, {
    onDone: () => {
      say(t('parties.hub.introduced'));
      setAsked(null);
      setNote('');
      onSeen();
    },
  });
  return (
    <>
      <DataTable
        caption={t('parties.agreement.hubs')}
        hint={t('parties.hub.says')}
        rows={hubs.filter((it) => it.seat !== mine)}
        rowKey={(it) => it.seat}
        empty={<EmptyState title={t('parties.hub.none')} />}
        columns={[
          { key: 'hub', label: t('parties.name'), head: true, cell: (it) => both(it.body.name) },
          {
            key: 'kinds',
            label: t('parties.agreement.kinds'),
            cell: (it) => it.kinds.map((kind) => both(kind.title)).join(t('parties.and')),
          },
          {
            key: 'act',
            label: <span className="unseen-by-eye">{t('parties.act')}</span>,
            cell: (it) =>
              it.introduced ? (
                <span className="dim">{t('parties.hub.known')}</span>
              ) : (
                <Button
                  small
                  label={t('parties.hub.introduce.to', { name: both(it.body.name) })}
                  onPress={() => setAsked(it)}
                >
                  {t('parties.hub.introduce')}
                </Button>
              ),
          },
        ]}
      />
      {asked !== null && (
        <Dialog
          title={t('parties.hub.introduce.to', { name: both(asked.body.name) })}
          open
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button onPress={() => setAsked(null)}>{t('parties.cancel')}</Button>
              <Button tone="go" wait={send.isPending} onPress={() => send.mutate({ body: { hub: asked.seat, note } })}>
                {t('parties.hub.introduce')}
              </Button>
            </>
          }
        >
          <p>{t('parties.hub.introduce.says')}</p>
          <ProseField bare label={t('parties.hub.note')} maybe rows={3} max={1000} value={note} onChange={setNote} />
          {send.error !== null && <RefusalNote error={send.error} />}
        </Dialog>
      )}
    </>
  );
}
