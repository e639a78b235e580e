import { zoneName } from '../../kernel/time.ts';
import type { Live } from '../data/live.ts';
import { Moment } from '../show/Time.tsx';
import { rich, t } from '../text.ts';

/** Whether what is on the page is of now; when the stream is cut, since when it is stale. Changes are read out. */
export function LiveState({ live }: { live: Live }) {
  const when = { when: <Moment at={live.at} as="seconds" />, zone: zoneName(live.at) };
  return (
    <div className="live">
      <p role="status">
        {live.state === 'connected' && <span className="now">● {t('portal.live.connected')}</span>}
        {live.state === 'stale' && <span className="stale">■ {t('portal.live.stale')}</span>}
        {live.state === 'connecting' && <span>○ {t('portal.live.connecting')}</span>}
      </p>
      <p>{live.state === 'stale' ? rich('portal.live.since', when) : rich('portal.live.updated', when)}</p>
      <p>{live.state === 'stale' ? t('portal.live.retrying') : t('portal.live.hint')}</p>
    </div>
  );
}
