import { Button } from '../../../../../portal/act/Button.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { State } from '../../../../../portal/show/State.tsx';
import { Moment } from '../../../../../portal/show/Time.tsx';
import { t } from '../../../../../portal/text.ts';
import type { ReportView } from '../../../shapes/report.ts';

/** The way from a report to a provision, and the provisions made from it already; only their desk knows of the link. */
export function Provide({ report }: { report: ReportView }) {
  const made = report.provisions ?? [];
  return (
    <Panel tone="key" title={t('exchange.provide.title')}>
      <p className="small dim">{t('exchange.provide.says')}</p>
      {made.length > 0 && (
        <ul className="ruled small">
          {made.map((it) => (
            <li key={it.id}>
              <a href={it.sentAt === null ? `/provisions/${it.id}/edit` : `/provisions/${it.id}`}>{it.title}</a>
              <br />
              {it.sentAt === null ? (
                <State tone="idle">{t('exchange.draft')}</State>
              ) : (
                <State tone="done">
                  <Moment at={it.sentAt} /> {t('exchange.provide.sent')}
                </State>
              )}
            </li>
          ))}
        </ul>
      )}
      <Button tone={made.length === 0 ? 'go' : 'plain'} wide href={`/provisions/new?from=${report.id}`}>
        {t('exchange.provide.do')}
      </Button>
    </Panel>
  );
}
