import { Button } from '../../../portal/act/Button.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { enterRealm } from '../../../portal/data/realm.ts';
import { Moment } from '../../../portal/show/Time.tsx';
import { rich, t } from '../../../portal/text.ts';
import { drillsDoors } from '../contract.ts';
import { RealButton } from './RealButton.tsx';

/**
 * In the banner over every page of a drill: while it goes on the button 【実】, and when it is paused or over the words for it
 * and the way to the live realm. It asks again by itself, for a stream that is cut.
 */
export function DrillOverAll() {
  const it = useGet(drillsDoors.drillHere, {}, { every: 15_000 }).data?.drill;
  if (it === undefined || it === null) return null;
  return (
    <div className="drill-over">
      {it.state === 'open' ? (
        it.mayCall ? (
          <RealButton drill={it.id} />
        ) : (
          <strong role="status">{t('drills.over.left')}</strong>
        )
      ) : (
        <strong role="alert">
          {rich(it.real ? 'drills.over.real' : it.state === 'paused' ? 'drills.over.paused' : 'drills.over.closed', {
            at: <Moment at={it.since} as="both" />,
          })}
        </strong>
      )}
      <Button small href={`/drills/${it.id}`}>
        {t('drills.over.page')}
      </Button>
      <Button small tone={it.state === 'open' ? 'plain' : 'go'} onPress={() => enterRealm('live')}>
        {t('drills.to-live')}
      </Button>
    </div>
  );
}
