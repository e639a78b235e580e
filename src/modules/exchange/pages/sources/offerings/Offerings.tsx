import { label } from '../../../../../kernel/marking.ts';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Answer } from '../../../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../../../portal/data/query.ts';
import { DataTable } from '../../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../../portal/list/More.tsx';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../../../portal/show/MarkingChip.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { both, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { OfferingView } from '../../../shapes/offering.ts';
import { extentWords, partWord } from './words.ts';
import '../../exchange.css';

/** What one gave to hubs, was given as a hub, or had passed on by one. */
export default function Offerings() {
  const list = usePages(exchangeDoors.listOfferings, { query: { limit: 30 } });
  const gives = (useGet(exchangeDoors.offeringHubs).data?.items.length ?? 0) > 0;
  const give = (
    <Button tone="go" href="/offerings/new">
      {t('exchange.offering.give')}
    </Button>
  );
  return (
    <>
      <PageHead
        title={t('exchange.offering.title')}
        meta={<span>{t('exchange.offering.meta')}</span>}
        aside={gives ? give : undefined}
      />
      <Answer
        of={list.query}
        empty={
          <EmptyState title={t('exchange.offering.none')} action={gives ? give : undefined}>
            {t(gives ? 'exchange.offering.none.give' : 'exchange.offering.none.way')}
          </EmptyState>
        }
      >
        {(rows) => (
          <>
            <DataTable
              cards
              caption={t('exchange.offering.title')}
              hint={t('exchange.list.latest-first')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/offerings/${it.id}`}
              columns={columns()}
              file="offerings"
            />
            <More of={list} />
          </>
        )}
      </Answer>
    </>
  );
}

const titleOf = (it: OfferingView): string => it.text?.title ?? it.reference;
const whoOf = (it: OfferingView): string => (it.part === 'hub' && it.source !== null ? both(it.source) : both(it.hub));

const columns = () => [
  { key: 'title', label: t('exchange.column.title'), head: true, cell: titleOf, csv: titleOf },
  { key: 'part', label: t('exchange.offering.part'), cell: (it: OfferingView) => partWord(it.part) },
  { key: 'who', label: t('exchange.offering.who'), cell: whoOf, csv: whoOf },
  {
    key: 'state',
    label: t('exchange.offering.extent'),
    cell: (it: OfferingView) =>
      it.withdrawnAt === null ? (
        it.extent === null ? (
          ''
        ) : (
          extentWords(it.extent)
        )
      ) : (
        <State tone="idle">{t('exchange.offering.withdrawn')}</State>
      ),
    csv: (it: OfferingView) => (it.extent === null ? '' : extentWords(it.extent)),
  },
  {
    key: 'at',
    label: t('exchange.offering.given'),
    cell: (it: OfferingView) => <Moment at={it.givenAt} />,
    csv: (it: OfferingView) => it.givenAt,
  },
  {
    key: 'mark',
    label: t('exchange.column.mark'),
    cell: (it: OfferingView) => <MarkingChip mark={it.text?.handling ?? null} />,
    csv: (it: OfferingView) => (it.text === null ? '' : label(it.text.handling)),
  },
];
