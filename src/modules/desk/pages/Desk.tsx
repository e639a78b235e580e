import './desk.css';
import { Answer } from '../../../portal/act/Refusal.tsx';
import { useGet } from '../../../portal/data/query.ts';
import { realm } from '../../../portal/data/realm.ts';
import { partiesDoors } from '../../parties/contract.ts';
import { DeskOf } from './DeskOf.tsx';

/** Home: what waits for the acting seat by its deadline, what it sent and where that stands, what it has begun. */
export default function Desk() {
  const session = useGet(partiesDoors.showSession);
  // Another seat or realm is another desk: nothing of the one is held back on the other.
  return <Answer of={session}>{(it) => <DeskOf key={`${it.seat.id} ${realm()}`} session={it} />}</Answer>;
}
