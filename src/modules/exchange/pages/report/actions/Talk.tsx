import { useSend } from '../../../../../portal/data/query.ts';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Thread } from '../../../../../portal/show/Thread.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ReportView } from '../../../shapes/report.ts';

/** What operator and ministry say to each other; nobody else reads it. */
export function Talk({ report }: { report: ReportView }) {
  const answer = useSend(exchangeDoors.answerReport);
  if (report.thread === null) return null;
  return (
    <Panel title={t('exchange.thread.title')} hint={t('exchange.thread.who-sees')}>
      <Thread
        items={report.thread.map((it) => ({
          id: it.id,
          who: it.from,
          at: it.at,
          text: it.kind === 'question' ? t('exchange.thread.question', { text: it.text }) : it.text,
        }))}
        {...(report.may.talk
          ? { onSend: (text: string) => answer.mutateAsync({ params: { id: report.id }, body: { text } }) }
          : {})}
      />
      {answer.error !== null && <RefusalNote error={answer.error} />}
    </Panel>
  );
}
