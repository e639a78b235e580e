import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type DrillStep, drillSteps } from '../../../programme/contract.ts';
import { drillsDoors, type DrillView } from '../../contract.ts';
import type { Lessons } from '../../doors/lessons.ts';
import { stepWord } from '../words.ts';

/** What step something is about, or none. */
export const stepOptions = () => [
  { key: '', label: t('drills.step.none') },
  ...drillSteps.map((key) => ({ key, label: stepWord(key) })),
];

/** The step as it is sent: left out where none was chosen. */
export const chosenStep = (key: string): { step?: DrillStep } => (key === '' ? {} : { step: key as DrillStep });

/** The evaluation sheet: what was seen, and writing down what one sees. */
export function Observations({ drill, of }: { drill: DrillView; of: Lessons }) {
  const blank = { step: '', tone: 'good', said: '' };
  const [it, setIt] = useState(blank);
  const note = useSend(drillsDoors.noteObservation, { onDone: () => setIt(blank) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { ...chosenStep(it.step), tone: it.tone as 'good', said: it.said };
    note.mutate({ params: { id: drill.id }, body });
  };
  return (
    <Panel title={t('drills.observations')} icon="save" hint={t('drills.observations.hint')}>
      <div className="stack">
        {of.observations.length === 0 && <p className="dim">{t('drills.observations.none')}</p>}
        <ul className="drills-turns">
          {of.observations.map((one) => (
            <li key={one.id}>
              <Moment at={one.at} as="both" />{' '}
              <State tone={one.tone === 'good' ? 'done' : 'soon'}>
                {one.tone === 'good' ? t('drills.tone.good') : t('drills.tone.issue')}
              </State>{' '}
              {one.step !== null && <b>{stepWord(one.step)}</b>} <span className="dim">{both(one.by)}</span>
              <p>{one.said}</p>
            </li>
          ))}
        </ul>
        {drill.may.observe && (
          <form className="stack-s" onSubmit={submit}>
            <Select
              bare
              label={t('drills.times.step')}
              options={stepOptions()}
              value={it.step}
              onChange={(step) => setIt({ ...it, step })}
            />
            <Segmented
              bare
              label={t('drills.tone')}
              options={[
                { key: 'good', label: t('drills.tone.good') },
                { key: 'issue', label: t('drills.tone.issue') },
              ]}
              value={it.tone}
              onChange={(tone) => setIt({ ...it, tone })}
            />
            <ProseField
              bare
              must
              rows={2}
              max={2000}
              label={t('drills.observation')}
              value={it.said}
              error={wrongFields(note.error)['said']}
              onChange={(said) => setIt({ ...it, said })}
            />
            <Button type="submit" wait={note.isPending}>
              {t('drills.observation.note')}
            </Button>
          </form>
        )}
        {note.error !== null && <RefusalNote error={note.error} />}
      </div>
    </Panel>
  );
}
