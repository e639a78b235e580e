import type { Board } from '../../shapes.ts';
import type { BoardWords } from '../words.ts';

/** What somebody is about to write on the picture. */
export type Acting =
  | { readonly what: 'state'; readonly sector: string }
  | { readonly what: 'entry' | 'level' | 'decision' | 'spill' | 'ask' };

/** What every one of these dialogs is given. */
export interface ActProps {
  readonly it: Board;
  readonly words: BoardWords;
  readonly onClose: () => void;
}
