import { useState } from 'react';
import { Button } from '../../../../../portal/act/Button.tsx';
import { RefusalNote } from '../../../../../portal/act/Refusal.tsx';
import { say } from '../../../../../portal/act/Toast.tsx';
import { useGet, useSend } from '../../../../../portal/data/query.ts';
import { ProseField } from '../../../../../portal/form/ProseField.tsx';
import { Segmented } from '../../../../../portal/form/Segmented.tsx';
import { TextField } from '../../../../../portal/form/TextField.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import type { ReportView } from '../../../shapes/report.ts';

type Kind = 'duplicate' | 'related';

/** Reports that the desk has noted as the same, or as belonging together; nobody else sees it. */
export function Links({ report }: { report: ReportView }) {
  const unlink = useSend(exchangeDoors.unlinkReports, { onDone: () => say(t('exchange.link.ended')) });
  const [adding, add] = useState(false);
  if (report.links === null) return null;
  return (
    <Panel title={t('exchange.link.title')} hint={t('exchange.triage.who-sees')}>
      {report.links.length === 0 && <p className="small dim">{t('exchange.link.none')}</p>}
      {report.links.length > 0 && (
        <ol className="thread">
          {report.links.map((it) => (
            <li key={it.id}>
              <p className="by">
                <span>
                  <b>{t(`exchange.link.${it.kind}`)}</b> <a href={`/reports/${it.report.id}`}>{it.report.reference}</a>
                </span>
                <Moment at={it.at} />
              </p>
              <p className="text">{[it.report.headline, it.by, it.reason].filter(Boolean).join('　')}</p>
              <Button
                small
                tone="quiet"
                label={`${it.report.reference} ${t('exchange.link.end')}`}
                onPress={() => unlink.mutate({ params: { id: report.id, link: it.id } })}
              >
                {t('exchange.link.end')}
              </Button>
            </li>
          ))}
        </ol>
      )}
      {unlink.error !== null && <RefusalNote error={unlink.error} />}
      {adding ? (
        <NewLink report={report} onDone={() => add(false)} />
      ) : (
        <Button wide onPress={() => add(true)}>
          {t('exchange.link.add')}
        </Button>
      )}
    </Panel>
  );
}

function NewLink({ report, onDone }: { report: ReportView; onDone: () => void }) {
  const [q, setQ] = useState('');
  const [kind, setKind] = useState<Kind>('related');
  const [reason, setReason] = useState('');
  const found = useGet(exchangeDoors.listReports, { query: { q, limit: 6 } }, { enabled: q.trim() !== '' });
  const hits = (found.data?.items ?? []).filter(
    (it) => it.id !== report.id && !report.links?.some((one) => one.report.id === it.id),
  );
  const link = useSend(exchangeDoors.linkReports, {
    onDone: () => {
      say(t('exchange.link.done'));
      onDone();
    },
  });
  return (
    <>
      <Segmented
        label={t('exchange.link.kind')}
        options={[
          { key: 'related', label: t('exchange.link.related') },
          { key: 'duplicate', label: t('exchange.link.duplicate') },
        ]}
        value={kind}
        onChange={(key) => setKind(key === 'duplicate' ? 'duplicate' : 'related')}
      />
      <ProseField label={t('exchange.link.reason')} must rows={2} max={1000} value={reason} onChange={setReason} />
      <TextField label={t('exchange.link.find')} must value={q} onChange={setQ} max={100} />
      <div role="status">
        {q.trim() !== '' &&
          hits.map((it) => (
            <p key={it.id} className="small">
              <Button
                small
                wait={link.isPending}
                why={reason.trim() === '' ? t('exchange.link.why') : undefined}
                label={`${it.reference} ${t('exchange.link.do')}`}
                onPress={() => link.mutate({ params: { id: report.id }, body: { other: it.id, kind, reason } })}
              >
                {t('exchange.link.do')}
              </Button>{' '}
              {it.reference} {it.headline}
            </p>
          ))}
        {q.trim() !== '' && found.data !== undefined && hits.length === 0 && (
          <p className="small dim">{t('exchange.list.no-match')}</p>
        )}
      </div>
      {link.error !== null && <RefusalNote error={link.error} />}
    </>
  );
}
