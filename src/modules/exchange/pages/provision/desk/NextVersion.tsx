import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { Dialog } from '../../../../../portal/act/Dialog.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { useGo } from '../../../../../portal/act/go.ts';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ProvisionView } from '../../../shapes/provision.ts';

/** What can follow on something that was sent: news, a correction, or calling it back. Each waits for a second person. */
export function NextVersion({ it }: { it: ProvisionView }) {
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const go = useGo();
  const begin = useSend(exchangeDoors.beginVersion, {
    onDone: (made) => {
      setAsking(false);
      if (made.stage === 'recall') say(t('exchange.recall.begun'));
      else go(`/provisions/${it.id}/edit`);
    },
  });
  if (it.desk === null || it.recalled !== null || it.versions.some((one) => one.sentAt === null)) return null;
  const start = (stage: 'update' | 'correction'): void => begin.mutate({ params: { id: it.id }, body: { stage } });
  return (
    <Panel title={t('exchange.next.title')}>
      <p className="small dim">{t('exchange.next.says')}</p>
      {!asking && begin.error !== null && <RefusalNote error={begin.error} />}
      <p className="cluster panel-act">
        <Button onPress={() => start('update')}>{t('exchange.next.update')}</Button>
        <Button onPress={() => start('correction')}>{t('exchange.next.correction')}</Button>
        <Button onPress={() => setAsking(true)}>{t('exchange.next.recall')}</Button>
      </p>
      <Dialog
        title={t('exchange.recall.title')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button
              tone="go"
              wait={begin.isPending}
              why={reason.trim() === '' ? t('exchange.recall.empty') : undefined}
              onPress={() => begin.mutate({ params: { id: it.id }, body: { stage: 'recall', reason } })}
            >
              {t('exchange.recall.do')}
            </Button>
            <Button onPress={() => setAsking(false)}>{t('exchange.consent.leave')}</Button>
          </>
        }
      >
        <p>{t('exchange.recall.says')}</p>
        {begin.error !== null && <RefusalNote error={begin.error} />}
        <ProseField
          label={t('exchange.recall.reason')}
          help={t('exchange.recall.reason.help')}
          must
          rows={4}
          max={2000}
          value={reason}
          onChange={setReason}
        />
      </Dialog>
    </Panel>
  );
}
