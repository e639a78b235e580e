import { Button } from '../../../../portal/act/Button.tsx';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { usePages } from '../../../../portal/data/query.ts';
import { Select } from '../../../../portal/form/Select.tsx';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { useMay, useSeat } from '../words/me.ts';
import { useWords } from '../words/programme.ts';
import { Recalled } from './Recalled.tsx';
import { reportColumns } from './reportColumns.tsx';
import { WordsFilter } from './WordsFilter.tsx';
import '../exchange.css';

const none = { waiting: '', sector: '', kind: '', q: '' };

/** Reports that have reached the reader, latest first; the filters live in the address. */
export default function Reports() {
  const words = useWords();
  const files = useMay('file-reports');
  const enters = useMay('enter-reports');
  const seat = useSeat();
  const [filters, set, clear] = useFilters(none);
  const { waiting, sector, kind, q } = filters;
  const reports = usePages(exchangeDoors.listReports, {
    query: {
      ...(waiting === '' ? {} : { waiting: 'true' }),
      ...(sector === '' ? {} : { sector }),
      ...(kind === '' ? {} : { kind }),
      ...(q === '' ? {} : { q }),
    },
  });
  const filtered = waiting !== '' || sector !== '' || kind !== '' || q !== '';
  const write = (
    <Button tone="go" href="/reports/new">
      {t('exchange.reports.write')}
    </Button>
  );
  const empty = filtered ? (
    <EmptyState
      title={t('exchange.list.no-match')}
      action={<Button onPress={clear}>{t('exchange.list.clear')}</Button>}
    >
      {t('exchange.list.no-match.way')}
    </EmptyState>
  ) : (
    <EmptyState title={t('exchange.reports.none')} action={files ? write : undefined}>
      {files ? t('exchange.reports.none.write') : t('exchange.reports.none.wait')}
    </EmptyState>
  );
  return (
    <>
      <PageHead
        title={t('exchange.nav.reports')}
        meta={<span>{t('exchange.reports.meta')}</span>}
        aside={files ? write : enters ? <Button href="/reports/enter">{t('exchange.entry.title')}</Button> : undefined}
      />
      {files && seat !== null && <DraftList kind="report" seat={seat} hrefOf={(id) => `/reports/new?draft=${id}`} />}
      {!files && <Recalled />}
      <div className="list-tabs">
        <Tabs
          label={t('exchange.list.show')}
          current={waiting === '' ? 'all' : 'waiting'}
          items={[
            { key: 'all', label: t('exchange.list.all'), href: addressOf({ ...filters, waiting: '' }) },
            { key: 'waiting', label: t('exchange.list.waiting'), href: addressOf({ ...filters, waiting: 'yes' }) },
          ]}
        />
      </div>
      <search className="filters">
        <WordsFilter value={q} onChange={(next) => set({ q: next })} />
        <Select
          label={t('exchange.list.sector')}
          value={sector}
          onChange={(next) => set({ sector: next })}
          options={[{ key: '', label: t('exchange.list.all') }, ...words.sectors]}
        />
        {words.kinds.length > 1 && (
          <Select
            label={t('exchange.list.kind')}
            value={kind}
            onChange={(next) => set({ kind: next })}
            options={[
              { key: '', label: t('exchange.list.all') },
              ...words.kinds.map(({ key, label }) => ({ key, label })),
            ]}
          />
        )}
        {filtered && (
          <span className="end">
            <Button small tone="quiet" onPress={clear}>
              {t('exchange.list.clear')}
            </Button>
          </span>
        )}
      </search>
      <Answer of={reports.query} empty={empty}>
        {(rows) => (
          <>
            <DataTable
              cards
              caption={t('exchange.reports.caption')}
              hint={t('exchange.list.latest-first')}
              rows={rows}
              rowKey={(it) => it.id}
              href={(it) => `/reports/${it.id}`}
              columns={reportColumns(words, rows)}
              file="reports"
            />
            <More of={reports} />
          </>
        )}
      </Answer>
    </>
  );
}

const addressOf = (filters: Readonly<Record<string, string>>): string => {
  const asked = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ''));
  return asked.size > 0 ? `/reports?${asked}` : '/reports';
};
