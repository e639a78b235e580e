import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet, usePages } from '../../../portal/data/query.ts';
import { TextField } from '../../../portal/form/TextField.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { More } from '../../../portal/list/More.tsx';
import { RowKeys } from '../../../portal/list/RowKeys.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../portal/show/MarkingChip.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Tabs } from '../../../portal/show/Tabs.tsx';
import { Tag } from '../../../portal/show/Tag.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { channelsDoors } from '../contract.ts';
import { ThreadRows } from './parts/ThreadRows.tsx';
import './channels.css';

/** Threads that the reader may read, what is new in them, and the spaces in which they stand. */
export default function Channels() {
  const [{ show, q }, set] = useFilters({ show: '', q: '' });
  const unread = useGet(channelsDoors.unread).data?.threads;
  return (
    <>
      <PageHead
        title={t('channels.nav')}
        meta={<span>{t('channels.meta')}</span>}
        aside={
          <Button tone="go" href="/channels/new">
            {t('channels.new')}
          </Button>
        }
      />
      <div className="beside">
        <div className="stack">
          <search className="filters">
            <TextField
              bare
              label={t('channels.find')}
              type="search"
              max={200}
              value={q}
              onChange={(next) => set({ q: next })}
            />
          </search>
          {q === '' ? (
            <>
              <div className="list-tabs">
                <Tabs
                  label={t('channels.show')}
                  current={show}
                  items={[
                    { key: '', label: t('channels.all'), href: '/channels' },
                    {
                      key: 'unread',
                      label: t('channels.only-unread'),
                      ...(unread === undefined ? {} : { count: unread }),
                      href: '/channels?show=unread',
                    },
                  ]}
                />
              </div>
              <Threads unread={show === 'unread'} />
            </>
          ) : (
            <Found q={q} />
          )}
        </div>
        <aside className="stack" aria-label={t('channels.spaces')}>
          <Spaces />
        </aside>
      </div>
    </>
  );
}

function Threads({ unread }: { unread: boolean }) {
  const threads = usePages(channelsDoors.listThreads, { query: unread ? { unread: 'true' } : {} });
  const empty = unread ? (
    <EmptyState title={t('channels.none-unread')} />
  ) : (
    <EmptyState
      title={t('channels.none')}
      action={
        <Button tone="go" href="/channels/new">
          {t('channels.new')}
        </Button>
      }
    >
      {t('channels.none.way')}
    </EmptyState>
  );
  return (
    <Answer of={threads.query} empty={empty}>
      {(rows) => (
        <>
          <ThreadRows threads={rows} />
          <More of={threads} />
        </>
      )}
    </Answer>
  );
}

function Found({ q }: { q: string }) {
  const found = useGet(channelsDoors.findMessages, { query: { q, limit: 50 } });
  return (
    <Answer of={found}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('channels.find.none', { q })}>{t('channels.find.none.way')}</EmptyState>
        ) : (
          <RowKeys>
            <ul className="ruled threads">
              {items.map((it) => (
                <li key={it.id} data-row>
                  <p className="split">
                    <a data-open href={`/channels/${it.thread}#${it.id}`}>
                      {it.title}
                    </a>
                    <MarkingChip mark={it.handling} />
                  </p>
                  <p className="small">{it.excerpt}</p>
                  <p className="small dim cluster">
                    <span>{it.from}</span>
                    <Moment at={it.at} />
                  </p>
                </li>
              ))}
            </ul>
          </RowKeys>
        )
      }
    </Answer>
  );
}

function Spaces() {
  const spaces = usePages(channelsDoors.listSpaces, { query: { limit: 20 } });
  const own = useGet(channelsDoors.listKinds).data?.items ?? [];
  return (
    <Panel title={t('channels.spaces')} icon="people">
      <Answer of={spaces.query} empty={<p className="dim">{t('channels.spaces.none')}</p>}>
        {(rows) => (
          <ul className="ruled">
            {rows.map((it) => (
              <li key={it.id}>
                <p className="split">
                  <a href={`/spaces/${it.id}`}>{it.title}</a>
                  {it.unread > 0 && <Tag tone="new">{t('channels.unread', { n: it.unread })}</Tag>}
                </p>
                <p className="small dim">
                  {both(it.kindTitle)}
                  {it.guestUntil !== null && (
                    <>
                      {' '}
                      · {t('channels.guest-until')} <Moment at={it.guestUntil} />
                    </>
                  )}
                </p>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <More of={spaces} />
      {own.length > 0 && (
        <Button small href="/spaces/new">
          {t('channels.space.new')}
        </Button>
      )}
    </Panel>
  );
}
