import { useGet } from '../../../../portal/data/query.ts';
import { Moment } from '../../../../portal/show/Time.tsx';
import { rich, t } from '../../../../portal/text.ts';
import { exchangeDoors } from '../../../exchange/contract.ts';
import { circulationDoors } from '../../../circulation/contract.ts';
import { Part, Sent } from './Part.tsx';
import { Tiers } from './Tiers.tsx';

/** The provisions that this seat passed on last, and how far each has come below it. */
export function PassedOn() {
  const inbox = useGet(circulationDoors.inbox, { query: { kind: 'provision', limit: 50 } });
  const passed = inbox.data?.items.filter((it) => it.relayedAt !== null).slice(0, 3);
  return (
    <Part title={t('desk.passed')} items={passed} none={t('desk.passed.none')}>
      {(it) => (
        <Sent
          key={it.receipt}
          href={`/provisions/${it.subject.id}/circulation`}
          title={it.subject.title}
          mark={it.subject.handling}
          about={it.relayedAt !== null && rich('desk.passed.at', { at: <Moment at={it.relayedAt} /> })}
        >
          <Below provision={it.subject.id} />
        </Sent>
      )}
    </Part>
  );
}

function Below({ provision }: { provision: string }) {
  const part = useGet(exchangeDoors.showCirculation, { params: { id: provision } });
  return part.data === undefined ? null : <Tiers of={part.data.tiers} />;
}
