import type { SectorState } from '../../shapes.ts';
import { signOf, stateWord } from '../words.ts';

/** How a sector or region stands: a shape, a word and a colour. */
export function Standing({ of }: { of: SectorState | null }) {
  return (
    <span className={`standing ${of ?? 'none'}`}>
      <span aria-hidden="true">{signOf(of)}</span> {stateWord(of)}
    </span>
  );
}
