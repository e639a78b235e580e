import { useGet } from '../../../../portal/data/query.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { State } from '../../../../portal/show/State.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { both, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ObligationView } from '../../shapes/obligation.ts';
import { Due } from './Due.tsx';
import { standingOf } from './words.ts';

/** The duties to report that other rules set for this report. Nothing where there are none, or the reader takes no part. */
export function ObligationsOf({ report }: { report: string }) {
  const items = useGet(exchangeDoors.listObligations, { query: { report } }).data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('exchange.duty.title')} hint={t('exchange.duty.who-sees')}>
      <div className="stack-s">
        {items.map((it) => (
          <Duty key={it.id} it={it} />
        ))}
      </div>
    </Panel>
  );
}

function Duty({ it }: { it: ObligationView }) {
  const { tone, words } = standingOf(it);
  return (
    <div>
      <b>{both(it.title)}</b> {it.sample && <Tag>{t('exchange.duty.sample')}</Tag>}
      <div className="cluster">
        <State tone={tone}>{words}</State>
        <Due it={it} />
      </div>
      <div className="small dim">{both(it.basis)}</div>
      {it.earlier.map((before) => (
        <div key={before.toldAt} className="small dim">
          {t('exchange.duty.earlier')} {before.due !== null && <Moment at={before.due} />}
        </div>
      ))}
    </div>
  );
}
