import './situations.css';
import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote, wrongFields } from '../../../portal/act/Refusal.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet, usePages, useSend } from '../../../portal/data/query.ts';
import { TextField } from '../../../portal/form/TextField.tsx';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { More } from '../../../portal/list/More.tsx';
import { useFilters } from '../../../portal/list/useFilters.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { MarkingChip } from '../../../portal/show/MarkingChip.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Tabs } from '../../../portal/show/Tabs.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { situationsDoors } from '../contract.ts';
import type { Board, GroupedReport } from '../shapes.ts';
import { type BoardWords, useBoardWords } from './words.ts';

/** The reports of a situation, for its desk: those in it, and those that could be put into it. */
export default function Grouping({ params }: PageProps) {
  const board = useGet(situationsDoors.showSituation, { params: { id: params['id'] ?? '' } });
  const words = useBoardWords();
  return <Answer of={board}>{(it) => <Groups it={it} words={words} />}</Answer>;
}

function Groups({ it, words }: { it: Board; words: BoardWords }) {
  const [{ free }] = useFilters({ free: '' });
  const adding = free !== '' && it.state === 'open';
  const reports = usePages(situationsDoors.listGrouped, {
    params: { id: it.id },
    query: adding ? { free: 'true' } : {},
  });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const here = `/situations/${it.id}/reports`;
  return (
    <>
      <PageHead
        title={t('situations.group.title')}
        mark={it.handling}
        crumbs={[
          { label: t('situations.title'), href: '/situations' },
          { label: it.title, href: `/situations/${it.id}` },
          { label: t('situations.group.title') },
        ]}
        meta={<span>{t('situations.group.says')}</span>}
      />
      <div className="list-tabs">
        <Tabs
          label={t('situations.group.title')}
          current={adding ? 'free' : 'in'}
          items={[
            { key: 'in', label: t('situations.group.in'), count: it.reports ?? 0, href: here },
            ...(it.state === 'open'
              ? [{ key: 'free', label: t('situations.group.free'), href: `${here}?free=yes` }]
              : []),
          ]}
        />
      </div>
      <div className={adding ? 'beside' : undefined}>
        <div>
          <Answer
            of={reports.query}
            empty={
              <EmptyState title={adding ? t('situations.group.none-free') : t('situations.group.none')}>
                {adding ? t('situations.group.none-free.way') : t('situations.group.none.way')}
              </EmptyState>
            }
          >
            {(rows) => (
              <>
                <DataTable
                  cards
                  caption={adding ? t('situations.group.free') : t('situations.group.in')}
                  rows={rows}
                  rowKey={(row) => row.id}
                  href={(row) => `/reports/${row.id}`}
                  columns={[
                    ...(adding
                      ? [
                          {
                            key: 'choose',
                            label: <span className="unseen-by-eye">{t('situations.group.choose')}</span>,
                            cell: (row: GroupedReport) => (
                              <input
                                type="checkbox"
                                aria-label={t('situations.group.choose.of', { title: row.headline })}
                                checked={chosen.includes(row.id)}
                                onChange={(e) =>
                                  setChosen(
                                    e.target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id),
                                  )
                                }
                              />
                            ),
                          },
                        ]
                      : []),
                    { key: 'headline', label: t('situations.group.headline'), head: true, cell: (row) => row.headline },
                    { key: 'mark', label: t('situations.mark'), cell: (row) => <MarkingChip mark={row.handling} /> },
                    { key: 'sector', label: t('situations.sector'), cell: (row) => words.sector(row.sector) },
                    { key: 'at', label: t('situations.group.at'), cell: (row) => <Moment at={row.submittedAt} /> },
                    { key: 'reference', label: t('situations.reference'), cell: (row) => row.reference },
                    ...(adding
                      ? []
                      : [
                          {
                            key: 'reason',
                            label: t('situations.reason'),
                            cell: (row: GroupedReport) => row.grouped?.reason ?? '',
                          },
                          {
                            key: 'part',
                            label: <span className="unseen-by-eye">{t('situations.part.do')}</span>,
                            cell: (row: GroupedReport) => <PartReport situation={it.id} row={row} />,
                          },
                        ]),
                  ]}
                />
                <More of={reports} />
              </>
            )}
          </Answer>
        </div>
        {adding && (
          <aside className="follows">
            <PutIn situation={it.id} chosen={chosen} onDone={() => setChosen([])} />
          </aside>
        )}
      </div>
    </>
  );
}

function PutIn({ situation, chosen, onDone }: { situation: string; chosen: readonly string[]; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const group = useSend(situationsDoors.groupReports, {
    onDone: ({ grouped }) => {
      say(t('situations.group.done', { n: grouped }));
      setReason('');
      onDone();
    },
  });
  return (
    <Panel title={t('situations.group.put')} tone="key">
      <div className="stack">
        <p>{t('situations.group.chosen', { n: chosen.length })}</p>
        <TextField
          bare
          must
          max={400}
          label={t('situations.reason')}
          help={t('situations.group.reason.help')}
          value={reason}
          error={wrongFields(group.error)['reason']}
          onChange={setReason}
        />
        {group.error !== null && <RefusalNote error={group.error} />}
        <Button
          tone="go"
          wide
          wait={group.isPending}
          {...(chosen.length === 0 ? { why: t('situations.group.why') } : {})}
          onPress={() => group.mutate({ params: { id: situation }, body: { reports: [...chosen], reason } })}
        >
          {t('situations.group.put')}
        </Button>
      </div>
    </Panel>
  );
}

function PartReport({ situation, row }: { situation: string; row: GroupedReport }) {
  const [asks, setAsks] = useState(false);
  const [reason, setReason] = useState('');
  const part = useSend(situationsDoors.partReport);
  if (!asks)
    return (
      <Button small label={t('situations.part.of', { title: row.headline })} onPress={() => setAsks(true)}>
        {t('situations.part.do')}
      </Button>
    );
  return (
    <div className="stack-s">
      <TextField
        bare
        must
        max={400}
        label={t('situations.reason')}
        value={reason}
        error={wrongFields(part.error)['reason']}
        onChange={setReason}
      />
      {part.error !== null && <RefusalNote error={part.error} />}
      <Button
        small
        tone="go"
        wait={part.isPending}
        onPress={() => part.mutate({ params: { id: situation, report: row.id }, body: { reason } })}
      >
        {t('situations.part.do')}
      </Button>
    </div>
  );
}
