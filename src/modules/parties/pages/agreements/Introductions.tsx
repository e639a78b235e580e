import { Button } from '../../../../portal/act/Button.tsx';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

/** Who has made itself known to this hub, to be offered an agreement. */
export function Introductions() {
  const all = usePages(partiesDoors.listIntroductions, { query: {} });
  return (
    <>
      <Answer of={all.query}>
        {() => (
          <DataTable
            caption={t('parties.agreement.known')}
            rows={all.items.filter((it) => it.from === 'them')}
            rowKey={(it) => it.seat}
            empty={<EmptyState title={t('parties.introduction.none')}>{t('parties.introduction.none.way')}</EmptyState>}
            columns={[
              { key: 'body', label: t('parties.name'), head: true, cell: (it) => both(it.body.name) },
              { key: 'at', label: t('parties.introduction.at'), cell: (it) => <Moment at={it.at} as="day" /> },
              { key: 'note', label: t('parties.hub.note'), cell: (it) => it.note },
              {
                key: 'act',
                label: <span className="unseen-by-eye">{t('parties.act')}</span>,
                cell: (it) => (
                  <Button
                    small
                    href={`/agreements/new?seat=${it.seat}`}
                    label={`${t('parties.agreement.propose')}: ${both(it.body.name)}`}
                  >
                    {t('parties.agreement.propose')}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Answer>
      <More of={all} />
    </>
  );
}
