import './mode.css';
import { tlp } from '../../../kernel/marking.ts';
import { Button } from '../../../portal/act/Button.tsx';
import { Answer, RefusalNote } from '../../../portal/act/Refusal.tsx';
import { useGet, useSend } from '../../../portal/data/query.ts';
import { PageHead } from '../../../portal/shell/PageHead.tsx';
import { Facts } from '../../../portal/show/Facts.tsx';
import { Note } from '../../../portal/show/Note.tsx';
import { Panel } from '../../../portal/show/Panel.tsx';
import { Moment } from '../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../portal/text.ts';
import { modeDoors, type ModeView } from '../contract.ts';
import { ActForm } from './ActForm.tsx';
import { History } from './History.tsx';
import { Waiting } from './Waiting.tsx';
import { type ScopeWords, useScopeWords, verbWord } from './words.ts';

/** In what mode the programme is operated, what waits, and what was done before. */
export default function Mode() {
  const mode = useGet(modeDoors.showMode);
  const words = useScopeWords();
  return (
    <>
      <PageHead title={t('mode.title')} mark={tlp('GREEN')} />
      <Answer of={mode}>
        {(it) => (
          <div className="beside">
            <div className="stack-l">
              <InForce it={it} words={words} />
              {it.waiting !== null && <Waiting it={it.waiting} may={it.may} words={words} />}
              {it.may.begin && it.others.length > 0 && <ActForm it={it} words={words} />}
              <History words={words} />
            </div>
            <div className="stack">
              <Differs it={it} words={words} />
              {it.now !== null && <Places it={it} words={words} />}
            </div>
          </div>
        )}
      </Answer>
    </>
  );
}

function InForce({ it, words }: { it: ModeView; words: ScopeWords }) {
  return (
    <section className="stack" aria-labelledby="in-force">
      <h2 id="in-force">{t('mode.in-force')}</h2>
      {it.now === null ? (
        <Note tone="done">{t('mode.ordinary', { mode: both(it.ordinary.title) })}</Note>
      ) : (
        <Facts
          items={[
            { term: t('mode.mode'), value: <b>{both(it.now.title)}</b> },
            { term: t('mode.since'), value: <Moment at={it.now.since} as="long" /> },
            {
              term: t('mode.scope'),
              value: words.scope(it.now.sectors, it.now.regions),
              ...(it.now.scopeSince === it.now.since
                ? {}
                : { note: rich('mode.scope.since', { at: <Moment at={it.now.scopeSince} as="both" /> }) }),
            },
            { term: t('mode.basis'), value: it.now.basis },
            { term: t('mode.authority'), value: it.now.authority },
            { term: t('mode.by'), value: [it.now.body, both(it.now.by)].filter((word) => word !== null).join(' ') },
          ]}
        />
      )}
      {it.next !== null && (
        <Note tone="soon">
          {rich('mode.next', { verb: verbWord(it.next.verb), at: <Moment at={it.next.takesEffect} as="both" /> })}
        </Note>
      )}
    </section>
  );
}

function Differs({ it, words }: { it: ModeView; words: ScopeWords }) {
  return (
    <Panel title={t('mode.differs')} icon="people">
      {it.differs.length === 0 ? (
        <p>{t('mode.differs.nothing')}</p>
      ) : (
        <ul className="mode-differs">
          {it.differs.map((d) => (
            <li key={`${d.of} ${d.capacity} ${d.kind} ${d.what ?? ''}`}>{words.difference(d)}</li>
          ))}
        </ul>
      )}
      <p className="small dim">{t('mode.never-back')}</p>
    </Panel>
  );
}

function Places({ it, words }: { it: ModeView; words: ScopeWords }) {
  const join = useSend(modeDoors.joinMode);
  return (
    <Panel title={t('mode.places')} icon="people">
      {it.places.length === 0 ? (
        <p>{t('mode.places.none')}</p>
      ) : (
        <ul className="mode-differs">
          {it.places.map((p) => (
            <li key={`${p.body} ${p.capacity}`}>
              <b>{p.body}</b> {words.capacity(p.capacity)} <Moment at={p.at} as="both" />
            </li>
          ))}
        </ul>
      )}
      {it.may.join && (
        <Button tone="go" wait={join.isPending} onPress={() => join.mutate({ body: {} })}>
          {t('mode.join')}
        </Button>
      )}
      {join.error !== null && <RefusalNote error={join.error} />}
    </Panel>
  );
}
