import type { ReactNode } from 'react';
import { t } from '../text.ts';
import { Icon } from './Icon.tsx';
import { Deadline } from './Time.tsx';

/** One hop: where it has passed, where it waits, where it has yet to come. `leg` stands on the line to the next. */
export interface Station {
  readonly key: string;
  readonly name: ReactNode;
  readonly state: 'passed' | 'here' | 'ahead';
  readonly lines?: readonly ReactNode[];
  readonly leg?: string | undefined;
  readonly due?: Date | undefined;
}

/** Hops, stages of approval or legs of a drill as a line of stations; vertical on a phone. */
export function Chain({ label, stations }: { label: string; stations: readonly Station[] }) {
  return (
    <ol className="chain" aria-label={label}>
      {stations.map(({ key, name, state, lines = [], leg, due }) => (
        <li key={key} className={state} aria-current={state === 'here' ? 'step' : undefined}>
          <span className="station">{state === 'passed' && <Icon name="check" />}</span>
          <span className="name">
            {name}
            <span className="unseen-by-eye">{said(state)}</span>
          </span>
          {lines.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of a station have no other identity and no state.
            <span className="line" key={i}>
              {line}
            </span>
          ))}
          {due !== undefined && <Deadline at={due} />}
          {leg !== undefined && <span className="leg">{leg}</span>}
        </li>
      ))}
    </ol>
  );
}

const said = (state: Station['state']): string => {
  if (state === 'passed') return t('portal.chain.passed');
  return state === 'here' ? t('portal.chain.here') : t('portal.chain.ahead');
};
