import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { dayShort } from '../../../../portal/data/phrases.ts';
import { State } from '../../../../portal/show/State.tsx';
import { both, t } from '../../../../portal/text.ts';
import { instantAt } from '../../../../kernel/time.ts';
import type { AnswerView, SectionView } from '../../contract.ts';
import { Delegate } from './Delegate.tsx';
import { titleOf, totalsOf } from './totals.ts';

/** The key of the view that reads everything. */
export const WHOLE = 'all';

/** The sections of a questionnaire: how far each has come, and who was asked to fill it in. */
export function Sections({ it, current, survey }: { it: AnswerView; current: string; survey: string }) {
  const [asks, setAsks] = useState(false);
  const { answered, asked } = totalsOf(it.sections);
  const section = it.sections.find((one) => one.key === current);
  return (
    <nav className="surveys-sections" aria-label={t('surveys.sections')}>
      <h2>
        {t('surveys.sections')} <small className="dim">{t('surveys.sections.of', { answered, asked })}</small>
      </h2>
      <ol>
        {it.sections.map((one, i) => (
          <li key={one.key}>
            <a
              href={`/surveys/${survey}/answer?s=${one.key}`}
              {...(one.key === current ? { 'aria-current': 'step' as const } : {})}
            >
              <b>
                {i + 1} {titleOf(it, one.key)}
              </b>
              <Stand of={one} />
              {one.delegation !== null && (
                <small>
                  {one.delegation.until === null
                    ? t('surveys.delegated', { name: both(one.delegation.to) })
                    : t('surveys.delegated.until', {
                        name: both(one.delegation.to),
                        day: dayShort(instantAt(one.delegation.until)),
                      })}
                </small>
              )}
            </a>
          </li>
        ))}
        <li>
          <a
            href={`/surveys/${survey}/answer?s=${WHOLE}`}
            {...(current === WHOLE ? { 'aria-current': 'step' as const } : {})}
          >
            <b>{t('surveys.whole')}</b>
          </a>
        </li>
      </ol>
      {it.may.write && section !== undefined && it.colleagues.length > 1 && (
        <Button small wide icon="people" onPress={() => setAsks(true)}>
          {t('surveys.delegate')}
        </Button>
      )}
      {asks && section !== undefined && <Delegate it={it} section={section} onClose={() => setAsks(false)} />}
    </nav>
  );
}

function Stand({ of }: { of: SectionView }) {
  const left = of.wrong.length + of.open.length;
  const words = t('surveys.progress', { answered: of.answered, asked: of.asked });
  if (left > 0)
    return (
      <State tone={of.answered > 0 ? 'soon' : 'idle'}>
        {words} <span className="unseen-by-eye">{t('surveys.progress.left', { n: left })}</span>
      </State>
    );
  return <State tone={of.answered > 0 ? 'done' : 'idle'}>{words}</State>;
}
