import { AskDialog } from './AskDialog.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { EntryDialog } from './EntryDialog.tsx';
import { LevelDialog } from './LevelDialog.tsx';
import { SpillDialog } from './SpillDialog.tsx';
import { StateDialog } from './StateDialog.tsx';
import type { Acting, ActProps } from './acting.ts';

/** The dialog of what is being written. */
export function ActDialog({ acting, ...props }: ActProps & { acting: Acting }) {
  switch (acting.what) {
    case 'state':
      return <StateDialog {...props} sector={acting.sector} />;
    case 'entry':
      return <EntryDialog {...props} />;
    case 'level':
      return <LevelDialog {...props} />;
    case 'decision':
      return <DecisionDialog {...props} />;
    case 'spill':
      return <SpillDialog {...props} />;
    default:
      return <AskDialog {...props} />;
  }
}
