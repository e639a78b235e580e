import { State } from '../../../portal/show/State.tsx';
import type { BreakGlassState } from '../contract.ts';
import { stateWord, toneOf } from './words.ts';

/** How a request stands. */
export function Standing({ state }: { state: BreakGlassState }) {
  return (
    <State tone={toneOf[state]} {...(state === 'open' ? { icon: 'warn' as const } : {})}>
      {stateWord(state)}
    </State>
  );
}
