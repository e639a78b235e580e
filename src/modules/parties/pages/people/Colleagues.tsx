import type { ReactNode } from 'react';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { both, t } from '../../../../portal/text.ts';
import { partiesDoors, type PersonView } from '../../contract.ts';

/** People with their seats: those of one's own body, all for the keeper of accounts. `act` adds what can be done with a seat. */
export function Colleagues({ q, act }: { q: string; act?: (person: PersonView) => ReactNode }) {
  const people = usePages(partiesDoors.listPeople, { query: { q } });
  const roles = useGet(partiesDoors.listRoles).data?.items ?? [];
  const titled = (seat: PersonView['seats'][number]): string => {
    const title = roles.find((it) => it.capacity === seat.capacity && it.role === seat.role)?.title;
    return `${both(seat.body.name)} ${title === undefined ? seat.role : `${both(title.short)} ${both(title.role)}`}`;
  };
  const seats = (it: PersonView): string => it.seats.map(titled).join(t('parties.and'));
  return (
    <>
      <Answer of={people.query}>
        {() => (
          <DataTable<PersonView>
            cards
            caption={t('parties.people')}
            rows={people.items}
            rowKey={(it) => it.id}
            file="people"
            empty={<EmptyState title={t('parties.people.none')} />}
            columns={[
              {
                key: 'name',
                label: t('parties.name'),
                head: true,
                cell: (it) => both(it.name),
                csv: (it) => both(it.name),
              },
              { key: 'seats', label: t('parties.seats'), cell: seats, csv: seats },
              { key: 'email', label: t('parties.email'), cell: (it) => it.email, csv: (it) => it.email },
              ...(act === undefined
                ? []
                : [{ key: 'act', label: <span className="unseen-by-eye">{t('parties.act')}</span>, cell: act }]),
            ]}
          />
        )}
      </Answer>
      <More of={people} />
    </>
  );
}
