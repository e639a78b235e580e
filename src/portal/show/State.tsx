import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

/** How something stands. */
export type Tone = 'late' | 'soon' | 'done' | 'info' | 'idle';

/** The drawing that goes with a tone, so that colour never says it alone. */
export const iconOf: Readonly<Record<Tone, IconName | null>> = {
  late: 'stop',
  soon: 'clock',
  done: 'check',
  info: 'clock',
  idle: null,
};

/** A state: a glyph and a word in one colour. */
export function State({ tone, icon, children }: { tone: Tone; icon?: IconName | null; children: ReactNode }) {
  const drawn = icon === undefined ? iconOf[tone] : icon;
  return (
    <span className={`state ${tone}`}>
      {drawn !== null && <Icon name={drawn} />}
      <span>{children}</span>
    </span>
  );
}
