import { Button } from '../../../../../portal/act/Button.tsx';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import type { ReportView } from '../../../shapes/report.ts';
import { stagesAfter } from '../../report-compose/later.ts';
import type { Words } from '../../words/programme.ts';

/** What the operator may send after this: every version stands, each new one goes the same way. */
export function NextVersion({ report, words }: { report: ReportView; words: Words }) {
  const [first, ...others] = stagesAfter(report);
  const href = (stage: string): string => `/reports/${report.id}/version?stage=${stage}`;
  return (
    <Panel tone="key" title={t('exchange.next.title')}>
      <p className="small dim">{t('exchange.next.says')}</p>
      <div className="stack-s next-stages">
        {first !== undefined && (
          <Button tone="go" wide href={href(first)}>
            {t('exchange.next.write', { stage: words.code('stage', first) })}
          </Button>
        )}
        {others.map((stage) => (
          <Button key={stage} wide href={href(stage)}>
            {t('exchange.next.write', { stage: words.code('stage', stage) })}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
