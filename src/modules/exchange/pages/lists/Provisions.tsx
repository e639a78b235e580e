import { Button } from '../../../../portal/act/Button.tsx';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { usePages } from '../../../../portal/data/query.ts';
import { DataTable } from '../../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ProvisionListed } from '../../shapes/provision.ts';
import { DraftList } from '../drafts/DraftList.tsx';
import { useMay, useSeat } from '../words/me.ts';
import { useWords } from '../words/programme.ts';
import { provisionColumns } from './provisionColumns.tsx';
import { WordsFilter } from './WordsFilter.tsx';
import '../exchange.css';

/** Provisions that have reached the reader; the desk sees its drafts and how far what it sent has come. */
export default function Provisions() {
  const words = useWords();
  const drafts = useMay('draft-provisions');
  const seat = useSeat();
  const [{ state, q }, set, clear] = useFilters({ state: '', q: '' });
  const asked = state === 'draft' || state === 'sent' ? { state } : {};
  const provisions = usePages(exchangeDoors.listProvisions, {
    query: { ...asked, ...(q === '' ? {} : { q }) } as { state?: 'draft' | 'sent'; q?: string },
  });
  const write = (
    <Button tone="go" href="/provisions/new">
      {t('exchange.provisions.write')}
    </Button>
  );
  const filtered = state !== '' || q !== '';
  const empty = filtered ? (
    <EmptyState
      title={t('exchange.list.no-match')}
      action={<Button onPress={clear}>{t('exchange.list.clear')}</Button>}
    >
      {t('exchange.list.no-match.way')}
    </EmptyState>
  ) : (
    <EmptyState title={t('exchange.provisions.none')} action={drafts ? write : undefined}>
      {drafts ? t('exchange.provisions.none.write') : t('exchange.provisions.none.wait')}
    </EmptyState>
  );
  const tab = (key: string, label: string) => ({
    key,
    label,
    href: key === '' ? '/provisions' : `/provisions?state=${key}`,
  });
  return (
    <>
      <PageHead
        title={t('exchange.nav.provisions')}
        meta={<span>{drafts ? t('exchange.provisions.meta.desk') : t('exchange.provisions.meta')}</span>}
        aside={drafts ? write : undefined}
      />
      {drafts && seat !== null && (
        <DraftList kind="provision" seat={seat} hrefOf={(id) => `/provisions/new?draft=${id}`} />
      )}
      {drafts && (
        <div className="list-tabs">
          <Tabs
            label={t('exchange.list.show')}
            current={state}
            items={[
              tab('', t('exchange.list.all')),
              tab('draft', t('exchange.provisions.drafts')),
              tab('sent', t('exchange.provisions.sent')),
            ]}
          />
        </div>
      )}
      <search className="filters">
        <WordsFilter value={q} onChange={(next) => set({ q: next })} />
        {filtered && (
          <span className="end">
            <Button small tone="quiet" onPress={clear}>
              {t('exchange.list.clear')}
            </Button>
          </span>
        )}
      </search>
      <Answer of={provisions.query} empty={empty}>
        {(rows) => (
          <>
            <DataTable
              cards
              caption={t('exchange.provisions.caption')}
              hint={t('exchange.list.latest-first')}
              rows={rows}
              rowKey={(it) => it.id}
              href={hrefOf}
              columns={provisionColumns(words, rows, drafts)}
              file="provisions"
            />
            <More of={provisions} />
          </>
        )}
      </Answer>
    </>
  );
}

const hrefOf = (it: ProvisionListed): string =>
  it.state === 'draft' ? `/provisions/${it.id}/edit` : `/provisions/${it.id}`;
