import { Answer } from '../../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../../portal/data/page.ts';
import { useGet } from '../../../../portal/data/query.ts';
import { PageHead } from '../../../../portal/shell/PageHead.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { Sight } from '../../../circulation/pages/index.ts';
import { channelsDoors, type SupportShown } from '../../contract.ts';
import { SupportActs } from './SupportActs.tsx';
import { supportWord } from './words.ts';
import '../channels.css';

/** One support: what was asked for, what was done, what came of it. */
export default function Support({ params }: PageProps) {
  const support = useGet(channelsDoors.showSupport, { params: { id: params['id'] ?? '' } });
  return <Answer of={support}>{(it) => <Inside key={it.id} it={it} />}</Answer>;
}

function Inside({ it }: { it: SupportShown }) {
  return (
    <>
      <PageHead
        title={it.subject}
        crumbs={[{ label: t('channels.supports'), href: '/supports' }]}
        tags={<State tone={it.mine ? 'soon' : it.state === 'closed' ? 'done' : 'idle'}>{supportWord(it.state)}</State>}
        meta={
          <>
            <span>{both(it.kind)}</span>
            <span>{t('channels.supports.who-whom', { helper: it.helper, helped: it.helped })}</span>
          </>
        }
      />
      <div className="beside">
        <div className="stack-l">
          <Panel title={t('channels.supports.text')}>
            <p className="pre">{it.text}</p>
          </Panel>
          <Panel title={t('channels.supports.steps')}>
            <ol className="ruled">
              {it.steps.map((step) => (
                <li key={step.id}>
                  <p className="cluster">
                    <b>{supportWord(step.step)}</b> <span>{step.by}</span> <Moment at={step.at} />
                  </p>
                  {step.note !== null && <p className="pre">{step.note}</p>}
                </li>
              ))}
            </ol>
          </Panel>
        </div>
        <aside className="stack" aria-label={t('channels.supports.to-do')}>
          <SupportActs it={it} />
          <Sight kind="support" id={it.id} />
          <p className="small dim">{t('channels.supports.only')}</p>
        </aside>
      </div>
    </>
  );
}
