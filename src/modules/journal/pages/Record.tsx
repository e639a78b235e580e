import { Answer } from '../../../portal/act/Refusal.tsx';
import { usePages } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { More } from '../../../portal/list/More.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../portal/show/MarkingChip.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { journalDoors, type EntryListed } from '../contract.ts';
import { Check } from './record/Check.tsx';
import { Signed } from './record/Signed.tsx';
import './journal.css';

const factWords = (it: EntryListed): string => {
  const [noun = '', verb = ''] = it.fact.split('.');
  return t(`journal.fact.${noun}.${verb}`);
};
const places: Readonly<Record<string, string>> = { report: '/reports', provision: '/provisions' };

/** What the acting seat did and what reached it, as the journal holds it; each entry can be checked. */
export default function Record() {
  const entries = usePages(journalDoors.listEntries, { query: { limit: 50 } });
  return (
    <>
      <PageHead title={t('journal.title')} meta={<span>{t('journal.meta')}</span>} />
      <div className="beside">
        <div className="stack">
          <Answer of={entries.query}>
            {(items) => (
              <DataTable<EntryListed>
                caption={t('journal.entries')}
                rows={[...items]}
                rowKey={(it) => it.id}
                file="record"
                empty={<EmptyState title={t('journal.none')}>{t('journal.none.way')}</EmptyState>}
                columns={[
                  {
                    key: 'at',
                    label: t('journal.column.at'),
                    cell: (it) => <Moment at={it.at} as="both" />,
                    csv: (it) => it.at,
                  },
                  { key: 'fact', label: t('journal.column.fact'), head: true, cell: factWords, csv: factWords },
                  {
                    key: 'about',
                    label: t('journal.column.about'),
                    cell: (it) => <About of={it.about} />,
                    csv: (it) => it.about?.title ?? '',
                  },
                  {
                    key: 'who',
                    label: t('journal.column.who'),
                    cell: (it) => t(it.mine ? 'journal.mine' : 'journal.others'),
                    csv: (it) => t(it.mine ? 'journal.mine' : 'journal.others'),
                  },
                  {
                    key: 'proof',
                    label: t('journal.column.proof'),
                    cell: (it) => <Check entry={it} name={factWords(it)} />,
                  },
                ]}
              />
            )}
          </Answer>
          <More of={entries} />
        </div>
        <aside>
          <Signed />
        </aside>
      </div>
    </>
  );
}

function About({ of }: { of: EntryListed['about'] }) {
  if (of === null) return <span className="dim">—</span>;
  const place = places[of.kind];
  return (
    <span className="cluster">
      <MarkingChip mark={of.handling} />
      {place === undefined ? of.title : <a href={`${place}/${of.id}`}>{of.title}</a>}
    </span>
  );
}
