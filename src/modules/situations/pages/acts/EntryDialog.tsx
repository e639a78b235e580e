import { useState } from 'react';
import { wrongFields } from '../../../../portal/act/Refusal.tsx';
import { say } from '../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../portal/data/query.ts';
import { Check } from '../../../../portal/form/Check.tsx';
import { DateTime } from '../../../../portal/form/DateTime.tsx';
import { ProseField } from '../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../portal/form/Segmented.tsx';
import { t } from '../../../../portal/text.ts';
import { situationsDoors } from '../../contract.ts';
import { entryKinds } from '../../shapes.ts';
import { entryWord } from '../words.ts';
import type { ActProps } from './acting.ts';
import { Writing } from './Writing.tsx';

/** Writing a line into the timeline by hand. */
export function EntryDialog({ it, onClose }: ActProps) {
  const [kind, setKind] = useState<(typeof entryKinds)[number]>('note');
  const [text, setText] = useState('');
  const [at, setAt] = useState<string | null>(null);
  const [shared, setShared] = useState(true);
  const send = useSend(situationsDoors.writeEntry, {
    onDone: () => {
      say(t('situations.entry.done'));
      onClose();
    },
  });
  return (
    <Writing
      title={t('situations.entry.do')}
      does={t('situations.entry.send')}
      waits={send.isPending}
      error={send.error}
      onDo={() => send.mutate({ params: { id: it.id }, body: { kind, text, shared, ...(at === null ? {} : { at }) } })}
      onClose={onClose}
    >
      <Segmented
        bare
        label={t('situations.entry.kind')}
        options={entryKinds.map((key) => ({ key, label: entryWord(key) }))}
        value={kind}
        onChange={(key) => setKind(entryKinds.find((one) => one === key) ?? 'note')}
      />
      <ProseField
        bare
        must
        rows={3}
        max={1000}
        label={t('situations.entry.text')}
        help={t('situations.says.help')}
        value={text}
        error={wrongFields(send.error)['text']}
        onChange={setText}
      />
      <DateTime
        bare
        label={t('situations.entry.at')}
        help={t('situations.entry.at.help')}
        value={at}
        onChange={setAt}
      />
      <Check
        label={t('situations.entry.shared')}
        help={t('situations.entry.shared.help')}
        value={shared}
        onChange={setShared}
      />
    </Writing>
  );
}
