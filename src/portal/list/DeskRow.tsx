import type { ReactNode } from 'react';
import { clockTime } from '../../kernel/time.ts';
import type { Handling } from '../../kernel/marking.ts';
import { Button } from '../act/Button.tsx';
import { useNow } from '../data/clock.tsx';
import { dayAndTime, dayBrief, left, nearness } from '../data/phrases.ts';
import { Icon } from '../show/Icon.tsx';
import type { IconName } from '../show/Icon.tsx';
import { MarkingChip } from '../show/MarkingChip.tsx';
import { t } from '../text.ts';

/** What waits: until when, what to do, about what, its mark, one button. */
export interface DeskRowProps {
  readonly title: string;
  readonly href: string;
  readonly due?: Date | null;
  readonly about: ReactNode;
  readonly mark?: Handling | null;
  /** The words on the button, a verb. */
  readonly action: string;
  readonly icon?: IconName;
  readonly onPress?: () => void;
}

/** One thing that waits on the desk. */
export function DeskRow({ title, href, due = null, about, mark = null, action, icon, onPress }: DeskRowProps) {
  const now = useNow();
  const near = nearness(due, now);
  const pressing = near === 'late' || near === 'soon' ? near : undefined;
  const press = onPress === undefined ? { href } : { onPress };
  return (
    <li className={pressing === undefined ? 'desk-row' : `desk-row ${pressing}`} data-row>
      <p className="due">
        <Due due={due} now={now} />
      </p>
      <h4 className="what">
        <a href={href} tabIndex={-1}>
          {title}
        </a>
      </h4>
      <p className="marking">
        <MarkingChip mark={mark} />
      </p>
      <p className="about">{about}</p>
      <p className="do">
        <Button small opens {...press} {...(icon === undefined ? {} : { icon })} label={`${action}: ${title}`}>
          {action}
        </Button>
      </p>
    </li>
  );
}

function Due({ due, now }: { due: Date | null; now: Date }) {
  if (due === null) return <b>{t('portal.time.no-deadline')}</b>;
  switch (nearness(due, now)) {
    case 'late':
      return (
        <>
          <b>
            <Icon name="stop" /> {left(due, now)}
          </b>{' '}
          {t('portal.time.until', { at: dayAndTime(due, now) })}
        </>
      );
    case 'soon':
      return (
        <>
          <b>
            <Icon name="clock" /> {left(due, now)}
          </b>{' '}
          {t('portal.time.until', { at: clockTime(due) })}
        </>
      );
    case 'today':
      return (
        <>
          <b>{clockTime(due)}</b> {left(due, now)}
        </>
      );
    default:
      return (
        <>
          <b>{dayBrief(due, now)}</b> {t('portal.time.until', { at: clockTime(due) })}
        </>
      );
  }
}
