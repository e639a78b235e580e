import { Answer } from '../../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { t } from '../../../../portal/text.ts';
import { channelsDoors, type ViewShown } from '../../contract.ts';
import { ViewActs } from './ViewActs.tsx';
import { stateWords, useWords } from '../words.ts';
import '../channels.css';

/** One exchange of views: why, who is at the table, what was done, the record. */
export default function ViewExchange({ params }: PageProps) {
  const view = useGet(channelsDoors.showView, { params: { id: params['id'] ?? '' } });
  return <Answer of={view}>{(it) => <Inside key={it.id} it={it} />}</Answer>;
}

function Inside({ it }: { it: ViewShown }) {
  return (
    <>
      <PageHead
        title={it.subject}
        crumbs={[{ label: t('channels.views'), href: '/views' }]}
        tags={<State tone={it.mine ? 'soon' : 'idle'}>{stateWords(it.state)}</State>}
        meta={
          <span>
            {t('channels.views.from-to', { asker: it.asker, asked: it.asked })}
            {it.through !== null && `　${t('channels.views.by-way', { through: it.through })}`}
          </span>
        }
      />
      <div className="beside">
        <div className="stack-l">
          <Panel title={t('channels.views.reason')}>
            <p className="pre">{it.reason}</p>
          </Panel>
          {it.minutes !== null && (
            <Panel title={t('channels.views.minutes', { n: it.minutes.revision })} hint={it.minutes.by}>
              <p className="pre">{it.minutes.text}</p>
              <p className="small dim">
                {it.minutes.agreed.length === 2 ? t('channels.views.agreed.both') : t('channels.views.agreed.one')}
              </p>
            </Panel>
          )}
          <Panel title={t('channels.views.steps')}>
            <ol className="ruled">
              {it.steps.map((step) => (
                <li key={`${step.step} ${step.at}`}>
                  <p className="cluster">
                    <b>{stateWords(step.step)}</b> <span>{step.by}</span> <Moment at={step.at} />
                  </p>
                  {step.meetsAt !== null && (
                    <p>
                      {t('channels.views.meets')}：<Moment at={step.meetsAt} />
                    </p>
                  )}
                  {step.note !== null && <p className="pre">{step.note}</p>}
                </li>
              ))}
            </ol>
          </Panel>
        </div>
        <aside className="stack" aria-label={t('channels.views.to-do')}>
          <ViewActs it={it} />
          <Table it={it} />
        </aside>
      </div>
    </>
  );
}

function Table({ it }: { it: ViewShown }) {
  const words = useWords();
  return (
    <Panel title={t('channels.readers')} icon="people">
      <ul className="ruled">
        {it.table.map((one) => (
          <li key={`${one.name} ${one.capacity}`}>
            <b>{one.name}</b> <span className="dim">{words.capacity(one.capacity)}</span>
          </li>
        ))}
      </ul>
      <p className="small dim">{t('channels.views.only')}</p>
    </Panel>
  );
}
