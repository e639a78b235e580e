import { useState } from 'react';
import { instantAt } from '../../../../kernel/time.ts';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DayInput } from '../../../../portal/form/DateTime.tsx';
import { FieldGroup } from '../../../../portal/form/Field.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { label, tlp } from '../../../../kernel/marking.ts';
import { MarkingChip } from '../../../../portal/show/MarkingChip.tsx';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { hearingMarks, type ProfileView, surveysDoors } from '../../contract.ts';
import { useProgrammeWords } from '../words.ts';

/** What was said when the body was heard, the latest first, and writing one down. */
export function Hearings({ it }: { it: ProfileView }) {
  const [writes, setWrites] = useState(false);
  return (
    <Panel title={t('surveys.hearings')} icon="people">
      {it.hearings.length === 0 && <p className="small dim">{t('surveys.hearings.none')}</p>}
      <ul className="surveys-turns">
        {it.hearings.map((one) => (
          <li key={one.id}>
            <p>
              <MarkingChip mark={one.handling} /> <Moment at={instantAt(one.heldOn)} as="day" />
            </p>
            <p className="small">{t('surveys.hearing.with', { with: one.with })}</p>
            <p className="surveys-notes">{one.notes}</p>
            <p className="small dim">
              {t('surveys.hearing.by', { name: both(one.by) })} <Moment at={one.at} as="both" />
            </p>
          </li>
        ))}
      </ul>
      {it.may.hear && (
        <Button wide onPress={() => setWrites(true)}>
          {t('surveys.hearing.new')}
        </Button>
      )}
      {writes && <Writing it={it} onClose={() => setWrites(false)} />}
    </Panel>
  );
}

function Writing({ it, onClose }: { it: ProfileView; onClose: () => void }) {
  const words = useProgrammeWords();
  const [heldOn, setHeldOn] = useState<string | null>(null);
  const [whom, setWhom] = useState('');
  const [notes, setNotes] = useState('');
  const [mark, setMark] = useState<(typeof hearingMarks)[number]>('AMBER');
  const send = useSend(surveysDoors.recordHearing, {
    onDone: () => {
      say(t('surveys.hearing.done'));
      onClose();
    },
  });
  const wrong = wrongFields(send.error);
  return (
    <Dialog
      title={t('surveys.hearing.new')}
      open
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button
            tone="go"
            wait={send.isPending}
            onPress={() =>
              send.mutate({ params: { id: it.body.id }, body: { heldOn: heldOn ?? '', with: whom, notes, mark } })
            }
          >
            {t('surveys.hearing.do')}
          </Button>
        </>
      }
    >
      <p className="small dim">
        {t('surveys.hearing.told', { who: it.told.map(words.capacity).join(t('surveys.and')) })}
      </p>
      <FieldGroup must bare label={t('surveys.hearing.held')} error={wrong['heldOn']}>
        <DayInput label={t('surveys.hearing.held')} value={heldOn} onChange={setHeldOn} />
      </FieldGroup>
      <TextField
        must
        bare
        label={t('surveys.hearing.whom')}
        max={200}
        value={whom}
        error={wrong['with']}
        onChange={setWhom}
      />
      <ProseField
        must
        bare
        label={t('surveys.hearing.notes')}
        rows={6}
        max={8000}
        value={notes}
        error={wrong['notes']}
        onChange={setNotes}
      />
      <Select
        must
        bare
        label={t('surveys.hearing.mark')}
        value={mark}
        onChange={(next) => setMark(hearingMarks.find((one) => one === next) ?? mark)}
        options={hearingMarks.map((one) => ({ key: one, label: label(tlp(one)) }))}
      />
      {send.error !== null && <RefusalNote error={send.error} />}
    </Dialog>
  );
}
