import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

const icons = { info: 'bell', soon: 'warn', late: 'stop', done: 'check' } as const;

/** One sentence to notice, one action at most. `live` has it read out politely when it appears. */
export function Note({
  tone = 'info',
  icon,
  action,
  live = false,
  children,
}: {
  tone?: keyof typeof icons;
  icon?: IconName;
  action?: ReactNode;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={`note ${tone}`} role={live ? 'status' : undefined}>
      <Icon name={icon ?? icons[tone]} />
      <div className="words">{children}</div>
      {action !== undefined && <div className="action">{action}</div>}
    </div>
  );
}
