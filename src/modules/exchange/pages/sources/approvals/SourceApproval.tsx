import { Answer } from '../../../../../portal/act/Refusal.tsx';
import type { PageProps } from '../../../../../portal/data/page.ts';
import { useGet } from '../../../../../portal/data/query.ts';
import { PageHead } from '../../../../../portal/shell/PageHead.tsx';
import { meaning } from '../../../../../portal/show/MarkingChip.tsx';
import { Note } from '../../../../../portal/show/Note.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Deadline, Moment } from '../../../../../portal/show/Time.tsx';
import { strictnessOf } from '../../../../../kernel/marking.ts';
import { rich, t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { AskingShown } from '../../../shapes/source-approval.ts';
import { useWords } from '../../words/programme.ts';
import { Answering } from './Answering.tsx';
import { Standing } from './SourceApprovals.tsx';
import { askingTones, askingWord, silenceWord } from './words.ts';
import '../../exchange.css';

const MINUTE = 60_000;

/** A text before it goes out, for whoever reported what it was made from, and for the seat that knows them. */
export default function SourceApproval({ params }: PageProps) {
  const asking = useGet(exchangeDoors.showAsking, { params: { id: params['id'] ?? '' } }, { every: MINUTE });
  return <Answer of={asking}>{(it) => <Inside key={it.id} it={it} />}</Answer>;
}

function Inside({ it }: { it: AskingShown }) {
  const words = useWords();
  return (
    <>
      <PageHead
        title={it.title}
        mark={it.handling}
        crumbs={[
          { label: t('exchange.asking.title'), href: '/source-approvals' },
          { label: words.code('provision-kind', it.kind) },
        ]}
        tags={<Standing it={it} />}
        meta={
          <>
            <span>{rich('exchange.asking.asked-at', { when: <Moment at={it.askedAt} /> })}</span>
            <span>{meaning(strictnessOf(it.handling))}</span>
          </>
        }
      />
      <Urgent it={it} />
      <div className="beside">
        <div className="stack-l">
          <Panel title={t('exchange.asking.text')} hint={t('exchange.asking.text.hint')}>
            <div className="provision-text">{it.body}</div>
          </Panel>
          {it.files.length > 0 && (
            <Panel title={t('exchange.asking.files')}>
              <ul className="ruled small">
                {it.files.map((name) => (
                  <li key={name}>{name}</li>
                ))}
              </ul>
            </Panel>
          )}
          <Said it={it} />
        </div>
        <aside className="stack" aria-label={t('exchange.report.to-do')}>
          {it.mayAnswer && <Answering it={it} />}
          <Panel title={t('exchange.asking.when')}>
            <p>
              {it.state === 'open' && it.sentAt === null ? <Deadline at={it.due} /> : <Moment at={it.due} as="long" />}
            </p>
            <p className="small">{silenceWord(it.silence)}</p>
            {it.sentAt !== null && (
              <p className="small">{rich('exchange.asking.sent-at', { when: <Moment at={it.sentAt} /> })}</p>
            )}
          </Panel>
          <Panel title={t('exchange.asking.report')}>
            <p>
              <a href={`/reports/${it.report.id}`}>{it.report.headline}</a>
            </p>
            <p className="small dim">{it.report.reference}</p>
          </Panel>
          <p className="small dim">{t(it.mine ? 'exchange.asking.apart' : 'exchange.asking.apart.ministry')}</p>
        </aside>
      </div>
    </>
  );
}

function Urgent({ it }: { it: AskingShown }) {
  if (it.urgent === null) return it.state === 'replaced' ? <Note>{t('exchange.asking.replaced')}</Note> : null;
  return (
    <Note tone="late">
      <b>{t('exchange.asking.urgent')}</b> {it.urgent.reason}
    </Note>
  );
}

function Said({ it }: { it: AskingShown }) {
  const words = useWords();
  if (it.answers.length === 0) return null;
  return (
    <Panel title={t('exchange.asking.said')}>
      <ol className="ruled">
        {it.answers.map((one) => (
          <li key={one.at} className="stack-s">
            <p className="cluster">
              <State tone={askingTones[one.answer]}>{askingWord(one.answer)}</State>
              <span>{words.body(one.by ?? '')}</span> <Moment at={one.at} />
            </p>
            {one.heardFrom !== null && <p className="small">{t('exchange.asking.heard', { who: one.heardFrom })}</p>}
            {one.reason !== null && <p className="pre">{one.reason}</p>}
            {one.wording !== null && (
              <p className="pre small">
                <b>{t('exchange.asking.wording')}</b> {one.wording}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
