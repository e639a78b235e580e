import { useState } from 'react';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { TextField } from '../../../../portal/form/TextField.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import type { Board } from '../../shapes.ts';
import { Writing } from './Writing.tsx';

/** Ending a situation, or opening it again, with the reason. */
export function CourseDialog({ it, onClose }: { it: Board; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const open = it.state === 'open';
  const send = useSend(open ? situationsDoors.endSituation : situationsDoors.reopenSituation, { onDone: onClose });
  return (
    <Writing
      title={open ? t('situations.end.do') : t('situations.reopen.do')}
      does={open ? t('situations.end.do') : t('situations.reopen.do')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body: { reason } })}
      onClose={onClose}
    >
      <p className="small dim">{open ? t('situations.end.says') : t('situations.reopen.says')}</p>
      <TextField
        bare
        must
        max={400}
        label={t('situations.reason')}
        value={reason}
        error={wrongFields(send.error)['reason']}
        onChange={setReason}
      />
    </Writing>
  );
}
