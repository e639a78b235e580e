import { useGet } from '../../../../../portal/data/query.ts';
import { Panel } from '../../../../../portal/show/Panel.tsx';
import { t } from '../../../../../portal/text.ts';
import { exchangeDoors } from '../../../contract.ts';
import { Standing } from './SourceApprovals.tsx';

/** What was made from this report and is shown before it goes out. Nothing where there is none. */
export function AskingsOf({ report }: { report: string }) {
  const items = useGet(exchangeDoors.listAskings, { query: { report, limit: 10 } }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('exchange.asking.title')} icon="lock" hint={t('exchange.asking.who-sees')}>
      <ul className="ruled small">
        {items.map((it) => (
          <li key={it.id} className="stack-s">
            <p>
              <a href={`/source-approvals/${it.id}`}>{it.title}</a>
            </p>
            <Standing it={it} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
