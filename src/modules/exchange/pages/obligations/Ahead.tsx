import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { call } from '../../../../portal/client.ts';
import { Panel } from '../../../../portal/show/Panel.tsx';
import { Tag } from '../../../../portal/show/Tag.tsx';
import { both, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../contract.ts';
import type { ReportInput } from '../../shapes/report.ts';
import { Due } from './Due.tsx';

/** The duties of other rules that a report would have as it is written now, and which of them it would fulfil. */
export function ObligationsAhead({ saying }: { saying: ReportInput }) {
  const { sector, eventType, occurredAt, detectedAt, answers } = saying;
  const asked = useSettled(JSON.stringify({ sector, stage: 'first', eventType, occurredAt, detectedAt, answers }));
  const ahead = useQuery({
    queryKey: ['obligations-ahead', asked],
    queryFn: () => call(exchangeDoors.obligationsAhead, { body: JSON.parse(asked) }),
    retry: false,
    placeholderData: (before) => before,
  });
  const items = ahead.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title={t('exchange.duty.ahead')}>
      <div className="stack-s">
        {items.map((it) => (
          <div key={it.key}>
            <b>{both(it.title)}</b> {it.sample && <Tag>{t('exchange.duty.sample')}</Tag>}
            <div className="small">
              {it.meets ? t('exchange.duty.meets') : t('exchange.duty.still')} <Due it={it} />
            </div>
            <div className="small dim">{both(it.basis)}</div>
          </div>
        ))}
      </div>
    </Panel>
  );
}

/** What was written, once nobody has typed for half a second. */
const useSettled = (text: string): string => {
  const [still, setStill] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setStill(text), 500);
    return () => clearTimeout(timer);
  }, [text]);
  return still;
};
