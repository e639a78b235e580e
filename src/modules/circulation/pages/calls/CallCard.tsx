import { Button } from '../../../../portal/act/Button.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { span } from '../../../../portal/data/phrases.ts';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Note } from '../../../../portal/show/Note.tsx';
import { Icon } from '../../../../portal/show/Icon.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Deadline, Moment } from '../../../../portal/show/Time.tsx';
import { both, rich, t } from '../../../../portal/text.ts';
import type { CallPointView, CallView } from '../../contract.ts';
import { doubtWord, outcomeWord, reasonWord, useCapacity } from './words.ts';

/** One silent body: what it has not answered, whom to ring there first and why, who comes next, and what was tried. */
export function CallCard({
  it,
  onNote,
  onWord,
}: {
  it: CallView;
  onNote: (contact: string | null) => void;
  onWord: () => void;
}) {
  const now = useNow();
  const capacity = useCapacity();
  const next = it.points.find((point) => point.id === it.next);
  const others = it.points.filter((point) => point.id !== it.next);
  const name = both(it.body.name);
  return (
    <article className="call" aria-labelledby={`call-${it.receipt}`} data-row>
      <div className="split">
        <h2 id={`call-${it.receipt}`}>
          {name} <Tag>{capacity(it.capacity)}</Tag>
        </h2>
        <MarkingChip mark={it.subject.handling} />
      </div>
      <p>
        <a href={`/${it.subject.kind}s/${it.subject.id}`}>{it.subject.title}</a>{' '}
        <span className="small dim nowrap">{it.subject.reference}</span>
      </p>
      <p className="cluster small">
        <Deadline at={it.due} />
        <State tone={it.openedAt === null ? 'late' : 'soon'}>
          {standing(it, span(now.getTime() - Date.parse(it.sentAt)))}
        </State>
      </p>
      {it.elsewhere !== null && (
        <Note>
          {rich('circulation.calls.elsewhere', {
            at: <Moment at={it.elsewhere.at} />,
            how: outcomeWord(it.elsewhere.outcome),
          })}
        </Note>
      )}
      {next === undefined ? (
        <Note tone="late">
          {t(it.points.length === 0 ? 'circulation.calls.unknown' : 'circulation.calls.nobody-left')}
        </Note>
      ) : (
        <Point point={next} first />
      )}
      <p className="cluster">
        <Button
          tone="go"
          icon="phone"
          label={`${t('circulation.calls.note')}: ${name}`}
          onPress={() => onNote(it.next)}
        >
          {t('circulation.calls.note')}
        </Button>
        {it.mayTakeWord && (
          <Button label={`${t('circulation.calls.word')}: ${name}`} onPress={onWord}>
            {t('circulation.calls.word')}
          </Button>
        )}
      </p>
      {others.length > 0 && (
        <details>
          <summary>{t('circulation.calls.alternates', { n: others.length })}</summary>
          <ol className="ruled small">
            {others.map((point) => (
              <li key={point.id}>
                <Point point={point} />
              </li>
            ))}
          </ol>
        </details>
      )}
      {it.tried.length > 0 && <Tried it={it} />}
    </article>
  );
}

const standing = (it: CallView, since: string): string => {
  if (it.need === 'relay') return t('circulation.calls.unrelayed', { since });
  if (it.unreachable !== null) return t('circulation.calls.unreachable', { since });
  return it.openedAt === null ? t('circulation.calls.unopened', { since }) : t('circulation.calls.opened', { since });
};

function Point({ point, first = false }: { point: CallPointView; first?: boolean }) {
  const numbers = [point.phone, point.sms].filter((it) => it !== null);
  return (
    <div className={first ? 'call-point first' : 'call-point'}>
      <span>
        {first && <b>{t('circulation.calls.first')} </b>}
        {point.called !== null && `${point.called}、`}
        {point.label}
      </span>
      {numbers.map((number) => (
        <a key={number} className="nowrap number" href={`tel:${number.replace(/[^\d+]/gu, '')}`}>
          <Icon name="phone" /> <b>{number}</b>
        </a>
      ))}
      {point.radio !== null && <span>{t('circulation.calls.radio', { radio: point.radio })}</span>}
      <span className="small dim">
        {reasonWord(point.why)}
        {point.until !== null && rich('circulation.calls.until', { at: <Moment at={point.until} /> })}
      </span>
      {point.doubts.map((doubt) => (
        <State key={doubt} tone="late" icon="warn">
          {doubtWord(doubt)}
        </State>
      ))}
      {point.last !== null && (
        <span className="small">
          <Moment at={point.last.at} /> {outcomeWord(point.last.outcome)}
        </span>
      )}
    </div>
  );
}

function Tried({ it }: { it: CallView }) {
  const label = (contact: string | null): string => it.points.find((point) => point.id === contact)?.label ?? '';
  return (
    <section aria-label={t('circulation.calls.tried')}>
      <h3>{t('circulation.calls.tried')}</h3>
      <ul className="ruled small">
        {it.tried.map((one) => (
          <li key={one.id}>
            <Moment at={one.at} /> <b>{outcomeWord(one.outcome)}</b> {label(one.contact)}
            {one.whom !== null && `　${t('circulation.calls.whom.is', { name: one.whom })}`}
            {one.note !== null && `　${t('circulation.calls.quoted', { text: one.note })}`}
            {one.by !== null && <span className="dim">　{t('circulation.calls.by', { name: both(one.by) })}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
