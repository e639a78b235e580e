import { useGet } from '../../../../portal/data/query.ts';
import { State } from '../../../../portal/show/State.tsx';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import { Part, Sent } from './Part.tsx';

/** What this seat acknowledged last, and with which words; said again it goes on to the newest state. */
export function Answered() {
  const inbox = useGet(circulationDoors.inbox, { query: { kind: 'provision', limit: 50 } });
  return (
    <Part
      title={t('desk.answered')}
      items={inbox.data?.items.filter((it) => it.acknowledgedAt !== null).slice(0, 4)}
      none={t('desk.answered.none')}
    >
      {(it) => (
        <Sent
          key={it.receipt}
          href={`/provisions/${it.subject.id}`}
          title={it.subject.title}
          mark={it.subject.handling}
          about={it.acknowledgedAt !== null && rich('desk.answered.at', { at: <Moment at={it.acknowledgedAt} /> })}
          state={
            it.state !== null && (
              <State tone={it.state === 'affected' ? 'soon' : it.state === 'investigating' ? 'info' : 'done'}>
                {t(`circulation.state.${it.state}`)}
              </State>
            )
          }
        />
      )}
    </Part>
  );
}
