import { tlp } from '../../../kernel/marking.ts';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { type Released, reviewDoors } from '../contract.ts';
import { Prepare } from './releases/Prepare.tsx';
import { Standing } from './releases/Standing.tsx';
import { periodOf } from './words.ts';

/** What was published of the figures; for those who publish, also what waits and how to prepare more. */
export default function Releases() {
  const releases = useGet(reviewDoors.listReleases);
  const may = useGet(partiesDoors.showSession).data?.powers.includes('publish-figures') ?? false;
  const list = (
    <Answer
      of={releases}
      empty={<EmptyState title={t('review.releases.none')}>{t('review.releases.none.way')}</EmptyState>}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t('review.releases.none')}>{t('review.releases.none.way')}</EmptyState>
        ) : (
          <List items={items} />
        )
      }
    </Answer>
  );
  return (
    <>
      <PageHead title={t('review.releases')} mark={may ? tlp('AMBER') : tlp('CLEAR')} />
      {may ? (
        <div className="beside">
          {list}
          <aside>
            <Prepare />
          </aside>
        </div>
      ) : (
        list
      )}
    </>
  );
}

function List({ items }: { items: readonly Released[] }) {
  return (
    <DataTable
      cards
      caption={t('review.releases.caption')}
      hint={t('review.releases.hint')}
      rows={items}
      rowKey={(it) => it.id}
      href={(it) => `/releases/${it.id}`}
      columns={[
        { key: 'period', label: t('review.release.period'), head: true, cell: periodOf },
        { key: 'state', label: t('review.release.state'), cell: (it) => <Standing of={it} /> },
        { key: 'prepared', label: t('review.release.prepared'), cell: (it) => <Moment at={it.preparedAt} as="day" /> },
        {
          key: 'published',
          label: t('review.release.published'),
          cell: (it) =>
            it.publishedAt === null ? <span className="dim">—</span> : <Moment at={it.publishedAt} as="day" />,
        },
      ]}
    />
  );
}
