import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { partiesDoors, type KeyView, type SessionView } from '../contract.ts';
import { NewKey } from './me/NewKey.tsx';
import { scopeWords } from './me/powers.ts';

/** One's API keys: for programs that act as oneself in one seat. */
export default function Keys() {
  const session = useGet(partiesDoors.showSession);
  return (
    <>
      <PageHead title={t('parties.keys.title')} />
      <p className="small dim">{t('parties.keys.says')}</p>
      <Answer of={session}>
        {(it) => (
          <div className="beside">
            <KeyList session={it} />
            <aside>
              <NewKey held={it.powers} seat={seatWords(it.seat)} />
            </aside>
          </div>
        )}
      </Answer>
    </>
  );
}

const seatWords = (seat: SessionView['seat'] | undefined): string =>
  seat === undefined ? '' : `${both(seat.body.name)} ${both(seat.title.short)}`;

function KeyList({ session }: { session: SessionView }) {
  const keys = useGet(partiesDoors.listKeys);
  const end = useSend(partiesDoors.endKey);
  const endAll = useSend(partiesDoors.endAllKeys);
  const error = end.error ?? endAll.error;
  return (
    <div className="stack">
      <Answer of={keys}>
        {({ items }) => (
          <>
            <DataTable<KeyView>
              cards
              caption={t('parties.keys')}
              rows={items}
              rowKey={(it) => it.id}
              empty={<EmptyState title={t('parties.keys.none')}>{t('parties.keys.none.way')}</EmptyState>}
              columns={[
                { key: 'label', label: t('parties.key.label'), head: true, cell: (it) => it.label },
                {
                  key: 'seat',
                  label: t('parties.seat'),
                  cell: (it) => seatWords(session.seats.find((seat) => seat.id === it.seat)),
                },
                { key: 'covers', label: t('parties.key.covers'), cell: (it) => scopeWords(it.scopes) },
                { key: 'until', label: t('parties.key.until'), cell: (it) => <Moment at={it.expiresAt} as="day" /> },
                { key: 'used', label: t('parties.key.used'), cell: (it) => it.lastUsed ?? t('parties.key.unused') },
                {
                  key: 'end',
                  label: <span className="unseen-by-eye">{t('parties.act')}</span>,
                  cell: (it) => (
                    <Button
                      small
                      label={t('parties.key.end.of', { label: it.label })}
                      wait={end.isPending}
                      onPress={() => end.mutate({ params: { id: it.id } })}
                    >
                      {t('parties.key.end')}
                    </Button>
                  ),
                },
              ]}
            />
            {items.length > 1 && (
              <p>
                <Button wait={endAll.isPending} onPress={() => endAll.mutate({})}>
                  {t('parties.keys.end-all')}
                </Button>
              </p>
            )}
          </>
        )}
      </Answer>
      {error !== null && <RefusalNote error={error} />}
    </div>
  );
}
