import './review.css';
import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { say } from '../../../portal/act/Toast.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { download, fileName } from '../../../portal/list/csv/csv.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { figure, t } from '../../../portal/text.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { type ReleaseView, reviewDoors } from '../contract.ts';
import { Standing } from './releases/Standing.tsx';
import { periodOf, useNames } from './words.ts';

/** One release: its table, its file, and the button of the second person. */
export default function Release({ params }: PageProps) {
  const release = useGet(reviewDoors.showRelease, { params: { id: params['id'] ?? '' } });
  return <Answer of={release}>{(it) => <ReleaseOf key={it.id} it={it} />}</Answer>;
}

function ReleaseOf({ it }: { it: ReleaseView }) {
  const may = useGet(partiesDoors.showSession).data?.powers.includes('publish-figures') ?? false;
  const title = t('review.release.title', { period: periodOf(it) });
  const waits = may && it.state === 'prepared';
  const content = (
    <div className="stack-l">
      <Table it={it} title={title} />
      <div className="stack-s small dim">
        <p>{t('review.release.hidden.says', { n: it.fewest })}</p>
        <p>{t('review.release.no-sectors')}</p>
      </div>
      <Facts
        items={[
          { term: t('review.release.prepared'), value: <Moment at={it.preparedAt} as="long" /> },
          ...(it.publishedAt === null
            ? []
            : [{ term: t('review.release.published'), value: <Moment at={it.publishedAt} as="long" /> }]),
          { term: t('review.release.fewest'), value: t('review.release.fewest.says', { n: it.fewest }) },
          { term: t('review.release.file'), value: <code className="review-hash">{it.sha256}</code> },
        ]}
      />
    </div>
  );
  return (
    <>
      <PageHead
        title={title}
        mark={it.state === 'published' ? tlp('CLEAR') : tlp('AMBER')}
        crumbs={[{ label: t('review.releases'), href: '/releases' }, { label: periodOf(it) }]}
        meta={<Standing of={it} />}
        aside={
          <Button small icon="save" onPress={() => download(fileName(`${title}.csv`), it.csv)}>
            {t('review.release.csv')}
          </Button>
        }
      />
      {waits ? (
        <div className="beside">
          {content}
          <aside>
            <Approve it={it} />
          </aside>
        </div>
      ) : (
        content
      )}
    </>
  );
}

function Table({ it, title }: { it: ReleaseView; title: string }) {
  const names = useNames();
  const groups = {
    reports: 'whole',
    agencies: 'whole',
    provisions: 'whole',
    events: 'events',
    causes: 'causes',
  } as const;
  const rows = it.rows.toSorted((a, b) => order.indexOf(a.what) - order.indexOf(b.what));
  const shown = rows.filter((row) => row.what !== 'causes' || row.cells.some((n) => n !== 0));
  return (
    <DataTable
      caption={title}
      rows={shown}
      rowKey={(row) => `${row.what} ${row.code}`}
      groupOf={(row) => ({ key: groups[row.what], head: t(`review.figures.${groups[row.what]}`) })}
      columns={[
        { key: 'row', label: t('review.figures.row'), head: true, cell: names.row },
        ...it.periods.map((period, i) => ({
          key: period,
          label: period.includes('Q')
            ? t('review.figures.quarter', { n: Number(period.at(-1)) })
            : t('review.figures.total'),
          number: true,
          cell: (row: ReleaseView['rows'][number]) => <Cell n={row.cells[i] ?? null} />,
        })),
      ]}
    />
  );
}

const order = ['reports', 'agencies', 'provisions', 'events', 'causes'];

function Cell({ n }: { n: number | null }) {
  if (n !== null) return <>{figure(n)}</>;
  return (
    <span className="dim">
      <span aria-hidden="true">×</span>
      <span className="unseen-by-eye">{t('review.release.hidden')}</span>
    </span>
  );
}

function Approve({ it }: { it: ReleaseView }) {
  const publish = useSend(reviewDoors.publishRelease, { onDone: () => say(t('review.release.done')) });
  const why = it.overtaken ? 'review.release.approve.overtaken' : 'review.release.approve.mine';
  return (
    <Panel title={t('review.release.approve')} tone="key">
      <div className="stack-s">
        <p className="small dim">{t('review.release.approve.says')}</p>
        {publish.error !== null && <RefusalNote error={publish.error} />}
        <Button
          tone="go"
          wide
          wait={publish.isPending}
          {...(it.mine || it.overtaken ? { why: t(why) } : {})}
          onPress={() => publish.mutate({ params: { id: it.id } })}
        >
          {t('review.release.approve')}
        </Button>
      </div>
    </Panel>
  );
}
