import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Select } from '../../../../../portal/form/Select.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ReportView } from '../../../shapes/report.ts';
import type { Words } from '../../words/programme.ts';

type TriageState = 'received' | 'analysing' | 'to-provide' | 'held' | 'for-reference' | 'closed';

/** What the centre makes of a report: where it stands, why, and what was decided before. */
export function TriagePanel({ report, words }: { report: ReportView; words: Words }) {
  const history = report.triage ?? [];
  const last = history.at(-1);
  const [state, setState] = useState<string>(last?.state ?? 'received');
  const [reason, setReason] = useState('');
  const triage = useSend(exchangeDoors.triageReport, {
    onDone: () => {
      setReason('');
      say(t('exchange.triage.done'));
    },
  });
  const body = { state: state as TriageState, ...(reason.trim() === '' ? {} : { reason }) };
  return (
    <Panel title={t('exchange.triage.title')} hint={t('exchange.triage.who-sees')}>
      <Select
        label={t('exchange.triage.state')}
        options={words.codes('triage-state')}
        value={state}
        onChange={setState}
      />
      <ProseField
        label={t('exchange.triage.reason')}
        maybe={t('exchange.relay.note.maybe')}
        rows={2}
        max={2000}
        value={reason}
        onChange={setReason}
      />
      {triage.error !== null && <RefusalNote error={triage.error} />}
      <Button wide wait={triage.isPending} onPress={() => triage.mutate({ params: { id: report.id }, body })}>
        {t('exchange.triage.do')}
      </Button>
      {history.length > 0 && (
        <ol className="thread history" aria-label={t('exchange.triage.history')}>
          {history.toReversed().map((it) => (
            <li key={it.at}>
              <p className="by">
                <b>{words.code('triage-state', it.state)}</b>
                <Moment at={it.at} />
              </p>
              <p className="text">{[it.by, it.reason].filter(Boolean).join('　')}</p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
