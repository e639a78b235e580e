import { useState } from 'react';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Choices } from '../../../../portal/form/Choice.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import type { ActProps } from './acting.ts';
import { Writing } from './Writing.tsx';

/** Asking ministries how their sectors stand; at first those of which nobody has said anything. */
export function AskDialog({ it, words, onClose }: ActProps) {
  const [sectors, setSectors] = useState(it.sectors.filter((line) => line.state === null).map((line) => line.sector));
  const send = useSend(situationsDoors.askSectors, {
    onDone: () => {
      say(t('situations.ask.done'));
      onClose();
    },
  });
  return (
    <Writing
      title={t('situations.ask.do')}
      does={t('situations.ask.send')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body: { sectors } })}
      onClose={onClose}
    >
      <p className="small dim">{t('situations.ask.says')}</p>
      <Choices
        bare
        columns={2}
        label={t('situations.ask.whom')}
        options={it.sectors.map((line) => ({
          key: line.sector,
          label: words.sector(line.sector),
          hint: line.competent.join(t('situations.and')),
        }))}
        value={sectors}
        onChange={setSectors}
      />
    </Writing>
  );
}
