import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { Facts } from '../../../../portal/show/Facts.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { t } from '../../../../portal/text.ts';
import { drillsDoors, type DrillView } from '../../contract.ts';
import type { Lessons } from '../../doors/lessons.ts';
import { stepWord } from '../words.ts';
import { chosenStep, stepOptions } from './Observations.tsx';
import { NewRemedy, Remedies } from './Remedies.tsx';

/** What was expected, what happened, why, and what is to be bettered. */
export function Findings({ drill, of }: { drill: DrillView; of: Lessons }) {
  const told = drill.part !== 'player' || (of.review?.confirmed ?? null) !== null;
  return (
    <section className="stack" aria-labelledby="findings">
      <h2 id="findings">{t('drills.findings')}</h2>
      {of.findings.length === 0 && (
        <p className="dim">{told ? t('drills.findings.none') : t('drills.findings.later')}</p>
      )}
      {of.findings.map((it) => (
        <Panel key={it.id} level={3} title={it.step === null ? t('drills.finding') : stepWord(it.step)}>
          <div className="stack-s">
            <Facts
              items={[
                { term: t('drills.finding.expected'), value: it.expected },
                { term: t('drills.finding.happened'), value: it.happened },
                ...(it.cause === null ? [] : [{ term: t('drills.finding.cause'), value: it.cause }]),
              ]}
            />
            <Remedies drill={drill.id} of={it.remedies} />
            {drill.may.review && <NewRemedy drill={drill.id} finding={it.id} owners={of.owners} />}
          </div>
        </Panel>
      ))}
      {drill.may.review && <NewFinding drill={drill.id} />}
    </section>
  );
}

function NewFinding({ drill }: { drill: string }) {
  const blank = { step: '', expected: '', happened: '', cause: '' };
  const [it, setIt] = useState(blank);
  const put = (change: Partial<typeof blank>): void => setIt({ ...it, ...change });
  const note = useSend(drillsDoors.noteFinding, { onDone: () => setIt(blank) });
  const wrong = wrongFields(note.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const { step, cause, ...rest } = it;
    note.mutate({ params: { id: drill }, body: { ...chosenStep(step), ...rest, ...(cause === '' ? {} : { cause }) } });
  };
  return (
    <Panel level={3} tone="quiet" title={t('drills.finding.new')}>
      <form className="stack-s" onSubmit={submit}>
        <Select
          bare
          label={t('drills.times.step')}
          options={stepOptions()}
          value={it.step}
          onChange={(step) => put({ step })}
        />
        <ProseField
          bare
          must
          rows={2}
          max={1000}
          label={t('drills.finding.expected')}
          value={it.expected}
          error={wrong['expected']}
          onChange={(expected) => put({ expected })}
        />
        <ProseField
          bare
          must
          rows={2}
          max={2000}
          label={t('drills.finding.happened')}
          value={it.happened}
          error={wrong['happened']}
          onChange={(happened) => put({ happened })}
        />
        <TextField
          bare
          maybe
          max={300}
          label={t('drills.finding.cause')}
          value={it.cause}
          error={wrong['cause']}
          onChange={(cause) => put({ cause })}
        />
        <Button type="submit" wait={note.isPending}>
          {t('drills.finding.note')}
        </Button>
      </form>
      {note.error !== null && <RefusalNote error={note.error} />}
    </Panel>
  );
}
