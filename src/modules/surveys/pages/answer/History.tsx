import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import type { AnswerView } from '../../contract.ts';

/** What was signed, by whom on whose request, and what was taken back. */
export function History({ it }: { it: AnswerView }) {
  if (it.signed.length === 0) return null;
  return (
    <Panel title={t('surveys.history')} icon="clock">
      <ul className="surveys-turns">
        {it.signed.toReversed().map((one) => (
          <li key={one.id}>
            <a href={`/surveys/${it.survey.id}/answers/${one.id}`}>{t('surveys.history.n', { n: one.n })}</a>{' '}
            <Moment at={one.at} as="both" /> {one.late && <State tone="late">{t('surveys.late')}</State>}
            <p className="small dim">{t('surveys.history.by', { by: both(one.by), asked: both(one.askedBy) })}</p>
            {one.withdrawn !== null && (
              <p className="small">
                {t('surveys.history.withdrawn')} <Moment at={one.withdrawn.at} as="both" /> {one.withdrawn.why}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
