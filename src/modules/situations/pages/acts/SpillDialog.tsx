import { useState } from 'react';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { Select } from '../../../../portal/form/Select.tsx';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import { spillHows } from '../../shapes.ts';
import { howWord } from '../words.ts';
import type { ActProps } from './acting.ts';
import { Writing } from './Writing.tsx';

/** Saying that one sector's failure is thought to have caused another's. */
export function SpillDialog({ it, words, onClose }: ActProps) {
  const [cause, setCause] = useState(it.sectors[0]?.sector ?? '');
  const [effect, setEffect] = useState(it.sectors[1]?.sector ?? '');
  const [how, setHow] = useState<(typeof spillHows)[number]>('suspected');
  const [says, setSays] = useState('');
  const send = useSend(situationsDoors.linkSectors, {
    onDone: () => {
      say(t('situations.spill.done'));
      onClose();
    },
  });
  const options = it.sectors.map((line) => ({ key: line.sector, label: words.sector(line.sector) }));
  return (
    <Writing
      title={t('situations.spill.do')}
      does={t('situations.spill.send')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body: { cause, effect, how, says } })}
      onClose={onClose}
    >
      <Select bare label={t('situations.spill.cause')} options={options} value={cause} onChange={setCause} />
      <Select bare label={t('situations.spill.effect')} options={options} value={effect} onChange={setEffect} />
      <Segmented
        bare
        label={t('situations.spill.how')}
        options={spillHows.map((key) => ({ key, label: howWord(key) }))}
        value={how}
        onChange={(key) => setHow(spillHows.find((one) => one === key) ?? 'suspected')}
      />
      <TextField
        bare
        must
        max={200}
        label={t('situations.says')}
        help={t('situations.says.help')}
        value={says}
        error={wrongFields(send.error)['says']}
        onChange={setSays}
      />
    </Writing>
  );
}
