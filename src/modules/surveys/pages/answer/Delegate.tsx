import { useState } from 'react';
import { Button } from '../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../portal/act/Dialog.tsx';
import { RefusalNote, wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { DayInput } from '../../../../portal/form/DateTime.tsx';
import { FieldGroup } from '../../../../portal/form/Field.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { both, t } from '../../../../portal/text.ts';
import { type AnswerView, type SectionView, surveysDoors } from '../../contract.ts';
import { titleOf } from './totals.ts';

/** Asking a colleague of the same seat to fill in a section. */
export function Delegate({ it, section, onClose }: { it: AnswerView; section: SectionView; onClose: () => void }) {
  const others = it.colleagues.filter((one) => !one.mine);
  const [person, setPerson] = useState(section.delegation?.person ?? others[0]?.person ?? '');
  const [until, setUntil] = useState<string | null>(section.delegation?.until ?? null);
  const [note, setNote] = useState('');
  const send = useSend(surveysDoors.delegateSection, { onDone: onClose });
  const wrong = wrongFields(send.error);
  const params = { id: it.survey.id, section: section.key };
  const ask = (): void =>
    send.mutate({
      params,
      body: { person, ...(until === null ? {} : { until }), ...(note === '' ? {} : { note }) },
    });
  return (
    <Dialog
      title={t('surveys.delegate.of', { section: titleOf(it, section.key) })}
      open
      onClose={onClose}
      actions={
        <>
          {section.delegation !== null && (
            <Button onPress={() => send.mutate({ params, body: { person: null } })}>{t('surveys.delegate.end')}</Button>
          )}
          <Button onPress={onClose}>{t('portal.close')}</Button>
          <Button tone="go" wait={send.isPending} onPress={ask}>
            {t('surveys.delegate.do')}
          </Button>
        </>
      }
    >
      <p className="small dim">{t('surveys.delegate.says')}</p>
      <Select
        must
        bare
        label={t('surveys.delegate.whom')}
        value={person}
        onChange={setPerson}
        options={it.colleagues.map((one) => ({ key: one.person, label: both(one.name) }))}
      />
      <FieldGroup maybe={t('surveys.optional')} bare label={t('surveys.delegate.until')} error={wrong['until']}>
        <DayInput label={t('surveys.delegate.until')} value={until} onChange={setUntil} />
      </FieldGroup>
      <TextField
        maybe={t('surveys.optional')}
        bare
        label={t('surveys.note')}
        max={200}
        value={note}
        error={wrong['note']}
        onChange={setNote}
      />
      {send.error !== null && <RefusalNote error={send.error} />}
    </Dialog>
  );
}
