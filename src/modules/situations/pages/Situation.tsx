import './situations.css';
import { useState } from 'react';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { t } from '../../../portal/text.ts';
import { Sight } from '../../circulation/pages/index.ts';
import { situationsDoors } from '../contract.ts';
import type { Board } from '../shapes.ts';
import { ActDialog } from './acts/ActDialog.tsx';
import type { Acting } from './acts/acting.ts';
import { Keeping } from './acts/Keeping.tsx';
import { Decisions } from './board/Decisions.tsx';
import { RegionMap } from './board/RegionMap.tsx';
import { Seats } from './board/Seats.tsx';
import { SectorTable } from './board/SectorTable.tsx';
import { Reports } from './board/Reports.tsx';
import { Spills } from './board/Spills.tsx';
import { Timeline } from './board/Timeline.tsx';
import { useBoardWords } from './words.ts';

/** The shared picture of a situation. It follows what is said by itself. */
export default function Situation({ params }: PageProps) {
  const board = useGet(situationsDoors.showSituation, { params: { id: params['id'] ?? '' } });
  return <Answer of={board}>{(it) => <Picture key={it.id} it={it} />}</Answer>;
}

function Picture({ it }: { it: Board }) {
  const words = useBoardWords();
  const [acting, setActing] = useState<Acting | null>(null);
  const own = it.sectors.filter((line) => line.mine);
  return (
    <>
      <PageHead
        title={it.title}
        mark={it.handling}
        crumbs={[
          { label: t('situations.title'), href: '/situations' },
          {
            label: [it.reference, ...(it.reports === null ? [] : [t('situations.reports.n', { n: it.reports })])].join(
              '　',
            ),
          },
        ]}
        meta={
          it.endedAt === null ? undefined : (
            <State tone="done">
              {t('situations.course.ended')} <Moment at={it.endedAt} />
            </State>
          )
        }
        aside={
          it.may.write && (
            <span className="cluster no-print">
              {own.length > 0 && (
                <Button tone="go" onPress={() => setActing({ what: 'state', sector: own[0]?.sector ?? '' })}>
                  {t('situations.state.do')}
                </Button>
              )}
              {own.some((line) => line.levels.length > 0) && (
                <Button onPress={() => setActing({ what: 'level' })}>{t('situations.level.do')}</Button>
              )}
              <Button onPress={() => setActing({ what: 'entry' })}>{t('situations.entry.do')}</Button>
            </span>
          )
        }
      />
      <div className="beside picture">
        <div className="stack-l">
          <SectorTable
            it={it}
            words={words}
            {...(it.may.write ? { onState: (sector) => setActing({ what: 'state', sector }) } : {})}
          />
          <Spills
            it={it}
            words={words}
            {...(it.may.write && own.length > 0 ? { onLink: () => setActing({ what: 'spill' }) } : {})}
          />
        </div>
        <aside className="stack-l">
          <Reports it={it} />
          <RegionMap it={it} words={words} />
          <Seats it={it} />
          <Sight kind="situation" id={it.id} />
          {it.may.keep && <Keeping it={it} onAsk={() => setActing({ what: 'ask' })} />}
        </aside>
      </div>
      <div className="two picture-below">
        <Timeline it={it} words={words} />
        <Decisions
          it={it}
          {...(it.may.keep && it.state === 'open' ? { onDecide: () => setActing({ what: 'decision' }) } : {})}
        />
      </div>
      {acting !== null && <ActDialog it={it} acting={acting} words={words} onClose={() => setActing(null)} />}
    </>
  );
}
