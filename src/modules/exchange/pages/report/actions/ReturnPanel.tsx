import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ReportView } from '../../../shapes/report.ts';

/** The ministry asks the operator; the deadlines go on running meanwhile. */
export function ReturnPanel({ report }: { report: ReportView }) {
  const [question, setQuestion] = useState('');
  const back = useSend(exchangeDoors.returnReport, {
    onDone: () => {
      setQuestion('');
      say(t('exchange.return.done'));
    },
  });
  return (
    <Panel title={t('exchange.return.title')}>
      <ProseField
        label={t('exchange.return.question')}
        rows={2}
        max={4000}
        value={question}
        placeholder={t('exchange.return.hint')}
        onChange={setQuestion}
        help={t('exchange.return.help')}
      />
      {back.error !== null && <RefusalNote error={back.error} />}
      <Button
        wide
        wait={back.isPending}
        why={question.trim() === '' ? t('exchange.return.empty') : undefined}
        onPress={() => back.mutate({ params: { id: report.id }, body: { question } })}
      >
        {t('exchange.return.do')}
      </Button>
    </Panel>
  );
}
