import { useGet } from '../../../../portal/data/query.ts';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../../exchange/contract.ts';
import { isComplete } from '../waiting/collect.ts';
import { Part, Sent } from './Part.tsx';
import { Tiers } from './Tiers.tsx';

/** The provisions that went out last, and how far each has come. */
export function SentProvisions() {
  const sent = useGet(exchangeDoors.listProvisions, { query: { state: 'sent', limit: 50 } });
  return (
    <Part
      title={t('desk.sent')}
      items={sent.data?.items.filter((it) => it.mine).slice(0, 4)}
      none={t('desk.sent.none')}
    >
      {(it) => (
        <Sent
          key={it.id}
          href={`/provisions/${it.id}/circulation`}
          title={it.title}
          mark={it.handling}
          about={it.sentAt !== null && rich('desk.sent.provision', { at: <Moment at={it.sentAt} /> })}
          state={
            <span className="cluster">
              {isComplete(it) && <State tone="done">{t('desk.sent.complete')}</State>}
              {(it.feedback ?? 0) > 0 && <State tone="info">{t('desk.sent.feedback', { n: it.feedback ?? 0 })}</State>}
            </span>
          }
        >
          {!isComplete(it) && <Tiers of={it.tiers} />}
        </Sent>
      )}
    </Part>
  );
}
