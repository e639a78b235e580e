import { clockSeconds, clockTime, formatOf, longDay, zoneName } from '../../kernel/time.ts';
import { useNow } from '../data/clock.tsx';
import { dayAndTime, dayShort, left, nearness } from '../data/phrases.ts';
import { language, t } from '../text.ts';
import { State } from './State.tsx';

/** How much of a moment is said: `time` 03:12, `seconds` 03:12:40, `day` 11月23日（月）, `both`, `long` 令和8年11月23日（月） 03:12 JST. */
export type MomentAs = 'time' | 'seconds' | 'day' | 'both' | 'long';

/** A moment by the programme's clocks; machines and the pointer's hint get UTC. */
export function Moment({ at, as = 'both' }: { at: Date | string; as?: MomentAs }) {
  const now = useNow();
  const when = typeof at === 'string' ? new Date(at) : at;
  return (
    <time dateTime={when.toISOString()} title={`${when.toISOString().slice(0, 16)}Z`}>
      {written(when, as, now)}
    </time>
  );
}

const written = (at: Date, as: MomentAs, now: Date): string => {
  switch (as) {
    case 'time':
      return clockTime(at);
    case 'seconds':
      return clockSeconds(at);
    case 'day':
      return dayShort(at, now);
    case 'both':
      return dayAndTime(at, now);
    case 'long':
      return `${longDay(at, language())}${weekday(at)} ${clockTime(at)} ${zoneName(at)}`;
  }
};

const weekday = (at: Date): string => {
  const day = formatOf(language() === 'ja' ? 'ja-JP' : 'en-GB', { weekday: 'short' }).format(at);
  return language() === 'ja' ? `（${day}）` : ` (${day})`;
};

/** A due time, said both ways: what is left and until when. `compact` keeps only what is left. */
export function Deadline({ at, compact = false }: { at: Date | string; compact?: boolean }) {
  const now = useNow();
  const due = typeof at === 'string' ? new Date(at) : at;
  const near = nearness(due, now);
  return (
    <State tone={near === 'late' || near === 'soon' ? near : 'idle'} icon={near === 'late' ? 'stop' : 'clock'}>
      {left(due, now)}
      {!compact && (
        <>
          {' '}
          <time dateTime={due.toISOString()}>{t('portal.time.until', { at: dayAndTime(due, now) })}</time>
        </>
      )}
    </State>
  );
}
