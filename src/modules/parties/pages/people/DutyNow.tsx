import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors } from '../../contract.ts';

/** Who is on duty at this moment, in one's own body and those below. */
export function DutyNow() {
  const duty = useGet(partiesDoors.onDuty, {}, { every: 60_000 });
  return (
    <Answer of={duty}>
      {({ items }) => (
        <DataTable
          caption={t('parties.duty.now')}
          rows={items}
          rowKey={(it) => it.body.id}
          file="duty"
          empty={<EmptyState title={t('parties.duty.none')}>{t('parties.duty.none.way')}</EmptyState>}
          columns={[
            {
              key: 'body',
              label: t('parties.name'),
              head: true,
              cell: (it) => both(it.body.name),
              csv: (it) => both(it.body.name),
            },
            {
              key: 'called',
              label: t('parties.duty.who'),
              cell: (it) => (it.now === null ? <State tone="late">{t('parties.duty.nobody')}</State> : it.now.called),
              csv: (it) => it.now?.called ?? '',
            },
            {
              key: 'phone',
              label: t('parties.contact.phone'),
              cell: (it) =>
                it.now === null ? (
                  '―'
                ) : (
                  <>
                    {it.now.contact.label}{' '}
                    {it.now.contact.phone !== null && (
                      <a className="nowrap" href={`tel:${it.now.contact.phone.replace(/[^\d+]/gu, '')}`}>
                        {it.now.contact.phone}
                      </a>
                    )}
                  </>
                ),
              csv: (it) => it.now?.contact.phone ?? '',
            },
            {
              key: 'until',
              label: t('parties.duty.until'),
              cell: (it) => (it.now === null ? '―' : <Moment at={it.now.until} />),
              csv: (it) => it.now?.until ?? '',
            },
          ]}
        />
      )}
    </Answer>
  );
}
