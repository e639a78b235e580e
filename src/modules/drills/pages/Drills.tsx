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
import { drillsDoors } from '../contract.ts';
import { kindMark, partWord, stateTone, stateWord } from './words.ts';

/** The drills and exercises that one's seat takes part in. */
export default function Drills() {
  const drills = useGet(drillsDoors.listDrills);
  const here = useGet(drillsDoors.drillHere).data;
  const plans = (drills.data?.kinds.length ?? 0) > 0 && here?.drill === null;
  const way = plans ? (
    <Button tone="go" href="/drills/new">
      {t('drills.plan')}
    </Button>
  ) : undefined;
  return (
    <>
      <PageHead title={t('drills.title')} mark={tlp('AMBER')} aside={way} />
      <Answer of={drills}>
        {({ items }) => (
          <DataTable
            cards
            caption={t('drills.list')}
            hint={t('drills.list.hint')}
            rows={items}
            rowKey={(it) => it.id}
            href={(it) => `/drills/${it.id}`}
            file="drills"
            empty={<EmptyState title={t('drills.none')}>{t('drills.none.way')}</EmptyState>}
            columns={[
              {
                key: 'title',
                label: t('drills.what'),
                head: true,
                cell: (it) => `${kindMark(it.kind)}${both(it.title)}`,
                csv: (it) => `${kindMark(it.kind)}${both(it.title)}`,
              },
              {
                key: 'about',
                label: t('drills.kind'),
                cell: (it) => both(it.aboutTitle),
                csv: (it) => both(it.aboutTitle),
              },
              {
                key: 'starts',
                label: t('drills.starts'),
                cell: (it) => <Moment at={it.starts} as="both" />,
                csv: (it) => it.starts,
              },
              {
                key: 'state',
                label: t('drills.state'),
                cell: (it) => <State tone={stateTone(it)}>{stateWord(it)}</State>,
                csv: stateWord,
              },
              { key: 'part', label: t('drills.part'), cell: (it) => partWord(it.part), csv: (it) => partWord(it.part) },
              {
                key: 'review',
                label: t('drills.review'),
                cell: (it) => (it.reviewed ? t('drills.review.stands') : <span className="dim">―</span>),
                csv: (it) => (it.reviewed ? t('drills.review.stands') : ''),
              },
            ]}
          />
        )}
      </Answer>
    </>
  );
}
