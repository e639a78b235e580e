import type { OutputOf } from '../../../../kernel/endpoint.ts';
import { Answer } from '../../../../portal/act/Refusal.tsx';
import { usePages } from '../../../../portal/data/query.ts';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
import { More } from '../../../../portal/list/More.tsx';
import { RowKeys } from '../../../../portal/list/RowKeys.tsx';
import { useFilters } from '../../../../portal/list/useFilters.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Tabs } from '../../../../portal/show/Tabs.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import { SearchForm } from './SearchForm.tsx';
import { Found, wordsAsked } from './Found.tsx';
import '../exchange.css';

/** Reports and provisions that hold the words, as far as they have reached the reader; latest first. */
export default function Search() {
  const [{ q, kind }] = useFilters({ q: '', kind: '' });
  return (
    <>
      <PageHead
        title={q === '' ? t('exchange.search.title') : t('exchange.search.for', { q })}
        meta={<span>{t('exchange.search.meta')}</span>}
      />
      <SearchForm key={q} q={q} />
      {q === '' ? (
        <EmptyState title={t('exchange.search.empty')}>{t('exchange.search.empty.way')}</EmptyState>
      ) : (
        <Results key={q} q={q} kind={kind} />
      )}
    </>
  );
}

function Results({ q, kind }: { q: string; kind: string }) {
  const found = usePages(exchangeDoors.search, { query: { q, limit: 50 } });
  const href = (only: string): string => `/search?${new URLSearchParams(only === '' ? { q } : { q, kind: only })}`;
  return (
    <Answer of={found.query}>
      {(items) => {
        const shown = items.filter((it) => kind === '' || it.kind === kind);
        // With more to come a count of what is here would say too little.
        const tab = (only: string, label: string) => ({
          key: only,
          label,
          href: href(only),
          ...(found.hasMore ? {} : { count: items.filter((it) => only === '' || it.kind === only).length }),
        });
        return (
          <>
            <div className="list-tabs">
              <Tabs
                label={t('exchange.list.show')}
                current={kind}
                items={[
                  tab('', t('exchange.list.all')),
                  tab('report', t('exchange.nav.reports')),
                  tab('provision', t('exchange.nav.provisions')),
                ]}
              />
            </div>
            {shown.length === 0 && !found.hasMore ? (
              <EmptyState title={t('exchange.search.none', { q })}>{t('exchange.search.none.way')}</EmptyState>
            ) : (
              <RowKeys>
                <ul className="ruled found">
                  {shown.map((it) => (
                    <Hit key={it.item} it={it} q={q} />
                  ))}
                </ul>
              </RowKeys>
            )}
            <More of={found} />
          </>
        );
      }}
    </Answer>
  );
}

function Hit({ it, q }: { it: OutputOf<typeof exchangeDoors.search>['items'][number]; q: string }) {
  return (
    <li data-row>
      <p className="split">
        <a data-open href={it.kind === 'report' ? `/reports/${it.id}` : `/provisions/${it.id}`}>
          <Found text={it.title} words={wordsAsked(q)} />
        </a>
        <MarkingChip mark={it.handling} />
      </p>
      <p className="small">
        <Found text={it.excerpt} words={wordsAsked(q)} />
      </p>
      <p className="small dim cluster">
        <Tag>{it.kind === 'report' ? t('exchange.nav.reports') : t('exchange.nav.provisions')}</Tag>
        <span>{it.reference}</span>
        <Moment at={it.sentAt} />
      </p>
    </li>
  );
}
