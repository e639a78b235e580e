import { useState } from 'react';
import type { FormEvent } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DayInput } from '../../../../portal/form/DateTime.tsx';
import { FieldGroup } from '../../../../portal/form/Field.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { drillsDoors } from '../../contract.ts';
import type { Lessons } from '../../doors/lessons.ts';
import { useSeatWords } from '../words.ts';

type Remedy = Lessons['findings'][number]['remedies'][number];

/** What is to be bettered, by whom and until when. */
export function Remedies({ drill, of }: { drill: string; of: readonly Remedy[] }) {
  const words = useSeatWords();
  if (of.length === 0) return null;
  return (
    <ul className="drills-turns">
      {of.map((it) => (
        <li key={it.id}>
          <b>{it.says}</b>{' '}
          <State tone={it.closed !== null ? 'done' : it.late ? 'late' : 'info'}>
            {it.closed !== null
              ? t('drills.remedy.closed')
              : it.late
                ? t('drills.remedy.late')
                : t('drills.remedy.open')}
          </State>
          <p className="small">{t('drills.remedy.by', { owner: words(it.owner), due: it.due })}</p>
          {it.closed !== null && (
            <p className="small">
              {rich('drills.remedy.done', { at: <Moment at={it.closed.at} as="day" />, evidence: it.closed.evidence })}
            </p>
          )}
          {it.mayClose && <Close drill={drill} remedy={it.id} />}
        </li>
      ))}
    </ul>
  );
}

function Close({ drill, remedy }: { drill: string; remedy: string }) {
  const [evidence, setEvidence] = useState('');
  const close = useSend(drillsDoors.closeRemedy);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    close.mutate({ params: { id: drill, remedy }, body: { evidence } });
  };
  return (
    <form className="stack-s" onSubmit={submit}>
      <TextField
        bare
        must
        max={1000}
        label={t('drills.remedy.evidence')}
        value={evidence}
        error={wrongFields(close.error)['evidence']}
        onChange={setEvidence}
      />
      <Button small type="submit" wait={close.isPending}>
        {t('drills.remedy.close')}
      </Button>
      {close.error !== null && <RefusalNote error={close.error} />}
    </form>
  );
}

/** Deciding on a remedy of a finding. */
export function NewRemedy({ drill, finding, owners }: { drill: string; finding: string; owners: Lessons['owners'] }) {
  const words = useSeatWords();
  const [it, setIt] = useState({ says: '', owner: '' });
  const [due, setDue] = useState<string | null>(null);
  const decide = useSend(drillsDoors.decideRemedy, { onDone: () => setIt({ says: '', owner: it.owner }) });
  const wrong = wrongFields(decide.error);
  const owner = it.owner === '' ? (owners[0]?.seat ?? '') : it.owner;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    decide.mutate({ params: { id: drill, finding }, body: { says: it.says, owner, due: due ?? '' } });
  };
  return (
    <form className="stack-s drills-remedy" onSubmit={submit}>
      <ProseField
        bare
        must
        rows={2}
        max={1000}
        label={t('drills.remedy')}
        value={it.says}
        error={wrong['says']}
        onChange={(says) => setIt({ ...it, says })}
      />
      <Select
        bare
        must
        label={t('drills.remedy.owner')}
        options={owners.map((one) => ({ key: one.seat, label: words(one) }))}
        value={owner}
        onChange={(next) => setIt({ ...it, owner: next })}
      />
      <FieldGroup bare must label={t('drills.remedy.due')} error={wrong['due']}>
        <DayInput label={t('drills.remedy.due')} value={due} onChange={setDue} />
      </FieldGroup>
      <Button type="submit" wait={decide.isPending}>
        {t('drills.remedy.decide')}
      </Button>
      {decide.error !== null && <RefusalNote error={decide.error} />}
    </form>
  );
}
