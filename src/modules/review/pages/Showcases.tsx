import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { DataTable } from '../../../portal/list/DataTable.tsx';
import { EmptyState } from '../../../portal/list/EmptyState.tsx';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { reviewDoors } from '../contract.ts';
import type { ShowcaseListed } from '../doors.ts';

/** What advanced CEPTOARs do, as far as it has come here. */
export default function Showcases() {
  const showcases = useGet(reviewDoors.listShowcases);
  const writes = useGet(partiesDoors.showSession).data?.powers.includes('draft-provisions') ?? false;
  return (
    <>
      <PageHead
        title={t('review.showcases')}
        mark={tlp('GREEN')}
        aside={
          writes && (
            <Button tone="go" href="/showcases/new">
              {t('review.showcase.new')}
            </Button>
          )
        }
      />
      <Answer of={showcases}>
        {({ items }) => (
          <DataTable
            cards
            caption={t('review.showcases')}
            rows={items}
            rowKey={(it) => it.id}
            href={(it) => `/showcases/${it.id}`}
            empty={<EmptyState title={t('review.showcase.none')}>{t('review.showcase.none.way')}</EmptyState>}
            columns={[
              { key: 'title', label: t('review.showcase.title'), head: true, cell: (it) => it.title },
              { key: 'of', label: t('review.showcase.of'), cell: (it) => both(it.of) },
              { key: 'state', label: t('review.release.state'), cell: (it) => <Standing of={it} writes={writes} /> },
              {
                key: 'at',
                label: t('review.showcase.published'),
                cell: (it) =>
                  it.publishedAt === null ? <span className="dim">—</span> : <Moment at={it.publishedAt} as="day" />,
              },
            ]}
          />
        )}
      </Answer>
    </>
  );
}

function Standing({ of, writes }: { of: ShowcaseListed; writes: boolean }) {
  if (of.publishedAt === null) return <State tone="soon">{t('review.showcase.waits')}</State>;
  if (writes) return <State tone="done">{t('review.showcase.published')}</State>;
  if (of.answer === null) return <State tone="idle">{t('review.showcase.answer.none')}</State>;
  return <State tone={of.answer === 'adopted' ? 'done' : 'info'}>{t(`review.showcase.answer.${of.answer}`)}</State>;
}
