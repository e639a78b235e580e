import { useEffect } from 'react';
import type { SavedState } from '../../../../portal/data/draft.ts';

/** Tells the page how what is written stands, whenever that changes. */
export const useTold = (state: SavedState, tell: (state: SavedState) => void): void => {
  useEffect(() => tell(state), [state, tell]);
};
