import './surveys.css';
import { Answer } from '../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../portal/data/page.ts';
import { useGet } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { State } from '../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../portal/show/Time.tsx';
import { both, t } from '../../../portal/text.ts';
import { Sight } from '../../circulation/pages/index.ts';
import { type CampaignView, surveysDoors } from '../contract.ts';
import { Actions } from './survey/Actions.tsx';
import { Answers, Silent } from './survey/Answers.tsx';
import { Audience } from './survey/Audience.tsx';
import { Reach } from './survey/Reach.tsx';
import { Seen } from './survey/Seen.tsx';
import { stateTone, stateWord, turnWord, useProgrammeWords, yearOf } from './words.ts';

/** One campaign: how it stands, how far it has come, who will read what is answered, and what one can do about it. */
export default function Survey({ params }: PageProps) {
  const survey = useGet(surveysDoors.showSurvey, { params: { id: params['id'] ?? '' } });
  return <Answer of={survey}>{(it) => <SurveyOf key={it.id} it={it} />}</Answer>;
}

function SurveyOf({ it }: { it: CampaignView }) {
  const words = useProgrammeWords();
  const oversees = it.state !== 'planned' && it.state !== 'called-off' && it.part !== 'answer';
  return (
    <>
      <PageHead
        title={both(it.title)}
        mark={it.handling}
        crumbs={[{ label: t('surveys.title'), href: '/surveys' }, { label: yearOf(it.year) }]}
        meta={
          <>
            <State tone={stateTone(it)}>{stateWord(it.state)}</State> <span className="nowrap">{it.reference}</span>
          </>
        }
      />
      <div className="beside">
        <div className="stack-l">
          <Facts
            items={[
              { term: t('surveys.kind'), value: both(it.aboutTitle), note: both(it.says) },
              { term: t('surveys.fiscal'), value: yearOf(it.year) },
              { term: t('surveys.asked'), value: words.capacity(it.asked) },
              {
                term: t('surveys.due'),
                value: it.state === 'open' ? <Deadline at={it.due} /> : <Moment at={it.due} as="long" />,
              },
              {
                term: t('surveys.form'),
                value: t('surveys.form.of', {
                  title: both(it.form.title),
                  n: it.form.questions,
                  version: it.form.version,
                }),
              },
              ...(it.openedAt === null
                ? []
                : [{ term: t('surveys.opened'), value: <Moment at={it.openedAt} as="long" /> }]),
              ...(it.by === null ? [] : [{ term: t('surveys.by'), value: both(it.by) }]),
            ]}
          />
          {oversees && <Reach of={it} />}
          {oversees && it.may.names && <Silent of={it} />}
          {oversees && it.may.read && <Answers of={it} />}
        </div>
        <aside className="stack">
          {it.part === 'desk' && it.state === 'planned' ? <Audience it={it} /> : <Actions it={it} />}
          <Seen it={it} />
          {it.openedAt !== null && <Sight kind="survey" id={it.id} />}
          <Turns it={it} />
        </aside>
      </div>
    </>
  );
}

function Turns({ it }: { it: CampaignView }) {
  if (it.turns.length === 0) return null;
  return (
    <Panel title={t('surveys.turns')} icon="clock">
      <ul className="surveys-turns">
        {it.turns.map((one) => (
          <li key={`${one.at} ${one.what}`}>
            <Moment at={one.at} as="both" /> <b>{turnWord(one.what)}</b>
            {one.due !== null && (
              <>
                {' '}
                {t('surveys.turn.until')} <Moment at={one.due} as="both" />
              </>
            )}
            {one.by !== null && <span className="dim"> {both(one.by)}</span>}
            {one.note !== null && <p className="small">{one.note}</p>}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
