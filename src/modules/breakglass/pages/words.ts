import type { Tone } from '../../../portal/show/State.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import { programmeDoors } from '../../programme/contract.ts';
import type { BreakGlassState } from '../contract.ts';

/** How a request stands, in a tone. What is open is what somebody should see at once. */
export const toneOf: Readonly<Record<BreakGlassState, Tone>> = {
  waiting: 'soon',
  lapsed: 'idle',
  refused: 'idle',
  open: 'late',
  ended: 'done',
  over: 'done',
};

/** The same in words. */
export const stateWord = (state: BreakGlassState): string => t(`breakglass.state.${state}`);

/** What the grounds of the programme are called. */
export const useBasis = (): ((key: string) => string) => {
  const bases = useGet(programmeDoors.programme).data?.breakGlass ?? [];
  return (key) => {
    const found = bases.find((it) => it.key === key);
    return found === undefined ? key : both(found.title);
  };
};
