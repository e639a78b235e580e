import { usePages } from '../../../../portal/data/query.ts';
import { DataTable, type Column } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { Loading } from '../../../../portal/list/Loading.tsx';
import { RefusalNote } from '../../../../portal/act/Refusal.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type AgreementListed, type AgreementState, partiesDoors } from '../../contract.ts';
import { stateTone, stateWords } from './words.ts';

/** Agreements in some states, what ends first at the top of those that stand. */
export function AgreementList({
  states,
  kindWords,
}: {
  states: readonly AgreementState[];
  kindWords: (kind: string) => string;
}) {
  const all = usePages(partiesDoors.listAgreements, { query: { limit: 300 } });
  if (all.query.error !== null) return <RefusalNote error={all.query.error} />;
  if (all.query.isPending) return <Loading />;
  const rows = all.items
    .filter((it) => states.includes(it.state))
    .toSorted((a, b) =>
      states.includes('in-force') ? a.until.localeCompare(b.until) : b.until.localeCompare(a.until),
    );
  const other = (it: AgreementListed): string => both(it.mine === 'hub' ? it.other.body.name : it.hub.body.name);
  const kinds = (it: AgreementListed): string => it.kinds.map(kindWords).join(t('parties.and'));
  const circle = (it: AgreementListed): string => (it.circle === null ? '' : both(it.circle.name));
  const columns: Column<AgreementListed>[] = [
    { key: 'other', label: t('parties.agreement.other'), head: true, cell: other, csv: other },
    {
      key: 'kinds',
      label: t('parties.agreement.kinds'),
      cell: (it) => (
        <>
          {kinds(it)}
          <br />
          <span className="small dim">
            {[sideWords(it), circle(it)].filter((word) => word !== '').join(t('parties.and'))}
          </span>
        </>
      ),
      csv: kinds,
    },
    {
      key: 'until',
      label: t('parties.agreement.until'),
      cell: (it) => <Moment at={it.until} as="day" />,
      csv: (it) => it.until,
    },
    {
      key: 'state',
      label: t('parties.agreement.state'),
      cell: (it) => (
        <State tone={stateTone(it)}>{it.expiring ? t('parties.agreement.expiring') : stateWords(it.state)}</State>
      ),
      csv: (it) => stateWords(it.state),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('parties.agreement.title')}
        rows={rows}
        rowKey={(it) => it.id}
        href={(it) => `/agreements/${it.id}`}
        file="agreements"
        columns={columns}
        empty={<EmptyState title={t('parties.agreement.none')}>{t('parties.agreement.none.way')}</EmptyState>}
      />
      <More of={all} />
    </>
  );
}

const sideWords = (it: AgreementListed): string =>
  t(it.mine === 'hub' ? 'parties.agreement.side.hub' : 'parties.agreement.side.other');
