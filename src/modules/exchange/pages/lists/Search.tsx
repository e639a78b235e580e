import { Answer } from '../../../../portal/act/Refusal.tsx';
import { useGet } from '../../../../portal/data/query.ts';
import { EmptyState } from '../../../../portal/list/EmptyState.tsx';
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
  const found = useGet(exchangeDoors.search, { query: { q, limit: 50 } }, { enabled: q !== '' });
  const head = (
    <PageHead
      title={q === '' ? t('exchange.search.title') : t('exchange.search.for', { q })}
      meta={<span>{t('exchange.search.meta')}</span>}
    />
  );
  if (q === '')
    return (
      <>
        {head}
        <SearchForm q={q} />
        <EmptyState title={t('exchange.search.empty')}>{t('exchange.search.empty.way')}</EmptyState>
      </>
    );
  const href = (only: string): string => `/search?${new URLSearchParams(only === '' ? { q } : { q, kind: only })}`;
  return (
    <>
      {head}
      <SearchForm key={q} q={q} />
      <Answer of={found}>
        {({ items }) => {
          const shown = items.filter((it) => kind === '' || it.kind === kind);
          const count = (only: string) => items.filter((it) => it.kind === only).length;
          return (
            <>
              <div className="list-tabs">
                <Tabs
                  label={t('exchange.list.show')}
                  current={kind}
                  items={[
                    { key: '', label: t('exchange.list.all'), count: items.length, href: href('') },
                    { key: 'report', label: t('exchange.nav.reports'), count: count('report'), href: href('report') },
                    {
                      key: 'provision',
                      label: t('exchange.nav.provisions'),
                      count: count('provision'),
                      href: href('provision'),
                    },
                  ]}
                />
              </div>
              {shown.length === 0 ? (
                <EmptyState title={t('exchange.search.none', { q })}>{t('exchange.search.none.way')}</EmptyState>
              ) : (
                <RowKeys>
                  <ul className="ruled found">
                    {shown.map((it) => (
                      <li key={it.item} data-row>
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
                    ))}
                  </ul>
                </RowKeys>
              )}
            </>
          );
        }}
      </Answer>
    </>
  );
}
