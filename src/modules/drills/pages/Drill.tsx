import './drills.css';
import { tlp } from '../../../kernel/marking.ts';
import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { drillsDoors, type DrillView } from '../contract.ts';
import { Actions } from './drill/Actions.tsx';
import { Findings } from './drill/Findings.tsx';
import { Observations } from './drill/Observations.tsx';
import { Review } from './drill/Review.tsx';
import { Times } from './drill/Times.tsx';
import { kindMark, partWord, stateTone, stateWord, turnWord, useSeatWords } from './words.ts';

/** One drill: how it stands, what one can do about it, its times, and what it taught. */
export default function Drill({ params }: PageProps) {
  const drill = useGet(drillsDoors.showDrill, { params: { id: params['id'] ?? '' } });
  return <Answer of={drill}>{(it) => <DrillOf key={it.id} it={it} />}</Answer>;
}

function DrillOf({ it }: { it: DrillView }) {
  const title = `${kindMark(it.kind)}${both(it.title)}`;
  const begun = it.turns.some((one) => one.what === 'opened');
  return (
    <>
      <PageHead
        title={title}
        mark={tlp('AMBER')}
        crumbs={[{ label: t('drills.title'), href: '/drills' }, { label: both(it.title) }]}
        meta={<State tone={stateTone(it)}>{stateWord(it)}</State>}
      />
      <div className="beside">
        <div className="stack-l">
          <Facts
            items={[
              { term: t('drills.kind'), value: both(it.aboutTitle) },
              { term: t('drills.purpose'), value: it.purpose },
              { term: t('drills.starts'), value: <Moment at={it.starts} as="long" /> },
              { term: t('drills.ends'), value: <Moment at={it.ends} as="long" /> },
              { term: t('drills.by'), value: both(it.by) },
              {
                term: t('drills.announced.term'),
                value: it.announced ? t('drills.announced.yes') : t('drills.announced.no'),
              },
            ]}
          />
          {(begun || it.part !== 'player') && <Times drill={it} />}
          {begun && <Lessons it={it} />}
        </div>
        <aside className="stack">
          <Actions it={it} />
          <Turns it={it} />
          <Invited it={it} />
        </aside>
      </div>
    </>
  );
}

function Lessons({ it }: { it: DrillView }) {
  const lessons = useGet(drillsDoors.drillLessons, { params: { id: it.id } });
  return (
    <Answer of={lessons}>
      {(of) => (
        <>
          {it.part !== 'player' && <Observations drill={it} of={of} />}
          <Findings drill={it} of={of} />
          <Review drill={it} of={of} />
        </>
      )}
    </Answer>
  );
}

function Turns({ it }: { it: DrillView }) {
  if (it.turns.length === 0) return null;
  return (
    <Panel title={t('drills.turns')} icon="clock">
      <ul className="drills-turns">
        {it.turns.map((one) => (
          <li key={`${one.at} ${one.what}`}>
            <Moment at={one.at} as="both" /> <b>{turnWord(one.what)}</b>
            {one.by !== null && <span className="dim"> {both(one.by)}</span>}
            {one.note !== null && <p className="small">{one.note}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Invited({ it }: { it: DrillView }) {
  const words = useSeatWords();
  const order = ['desk', 'evaluator', 'player'];
  const rows = it.invited.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  return (
    <Panel
      title={it.part === 'player' ? t('drills.invited.own') : t('drills.invited.n', { n: rows.length })}
      icon="people"
    >
      <ul className="drills-found" {...(rows.length > 8 ? { tabIndex: 0, 'aria-label': t('drills.invited') } : {})}>
        {rows.map((one) => (
          <li key={one.seat}>
            <span>
              {words(one)} <small className="dim">{partWord(one.part)}</small>
            </span>
            {(one.presence !== null || one.part === 'player') && (
              <State tone={one.presence === 'entered' ? 'done' : 'idle'}>
                {one.presence === 'entered'
                  ? t('drills.presence.entered')
                  : one.presence === 'left'
                    ? t('drills.presence.left')
                    : t('drills.presence.none')}
              </State>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
