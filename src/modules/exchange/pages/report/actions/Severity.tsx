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

const levels = ['0', '1', '2', '3', '4'];
const axes = ['service', 'safety', 'other'] as const;

/** How grave it was, said afterwards by the desk on three axes; the gravest is the whole. Nobody else sees it. */
export function Severity({ report, words }: { report: ReportView; words: Words }) {
  const last = report.severity?.at(-1);
  const [at, setAt] = useState({
    service: last?.service ?? 0,
    safety: last?.safety ?? 0,
    other: last?.other ?? 0,
  });
  const [reason, setReason] = useState('');
  const assess = useSend(exchangeDoors.assessSeverity, {
    onDone: () => {
      setReason('');
      say(t('exchange.severity.done'));
    },
  });
  if (report.severity === null) return null;
  const over =
    ['final', 'withdrawal'].includes(report.versions.at(-1)?.stage ?? '') || report.triage?.at(-1)?.state === 'closed';
  const level = (n: number): string => words.code('severity-level', String(n));
  return (
    <Panel title={t('exchange.severity.title')} hint={t('exchange.triage.who-sees')}>
      {axes.map((axis) => (
        <Select
          key={axis}
          label={t(`exchange.severity.${axis}`)}
          options={levels.map((key) => ({ key, label: words.code('severity-level', key) }))}
          value={String(at[axis])}
          onChange={(key) => setAt((before) => ({ ...before, [axis]: Number(key) }))}
        />
      ))}
      <p className="small">
        {t('exchange.severity.overall')} <b>{level(Math.max(at.service, at.safety, at.other))}</b>
      </p>
      <ProseField label={t('exchange.severity.reason')} must rows={2} max={2000} value={reason} onChange={setReason} />
      {!over && <p className="small dim">{t('exchange.severity.early')}</p>}
      {assess.error !== null && <RefusalNote error={assess.error} />}
      <Button
        wide
        wait={assess.isPending}
        why={reason.trim() === '' ? t('exchange.severity.why') : undefined}
        onPress={() =>
          assess.mutate({ params: { id: report.id }, body: { ...at, reason, ...(over ? {} : { early: true }) } })
        }
      >
        {t(over ? 'exchange.severity.do' : 'exchange.severity.do-early')}
      </Button>
      {report.severity.length > 0 && (
        <ol className="thread history" aria-label={t('exchange.severity.history')}>
          {report.severity.toReversed().map((it) => (
            <li key={it.number}>
              <p className="by">
                <b>{level(it.overall)}</b>
                <Moment at={it.at} />
              </p>
              <p className="text">
                {[it.early ? t('exchange.severity.was-early') : null, it.by, it.reason].filter(Boolean).join('　')}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
