import type { Power } from '../../../kernel/power.ts';
import type { SessionView } from '../../parties/contract.ts';
import { Answered } from './sent/Answered.tsx';
import { Drafts } from './sent/Drafts.tsx';
import { OwnReports } from './sent/OwnReports.tsx';
import { PassedOn } from './sent/PassedOn.tsx';
import { SentProvisions } from './sent/SentProvisions.tsx';

/** Whether a seat has anything to stand beside what waits: it sends, passes on or answers something. */
export const hasBeside = (powers: readonly Power[]): boolean =>
  powers.some(
    (it) =>
      it === 'draft-provisions' || it === 'relay-provisions' || it === 'file-reports' || it === 'receive-provisions',
  );

/** What the seat sent, passed on or answered and where that stands, and what it has begun. */
export function Beside({ session: { powers } }: { session: SessionView }) {
  const may = (power: Power): boolean => powers.includes(power);
  return (
    <>
      {may('draft-provisions') && <SentProvisions />}
      {may('file-reports') && <OwnReports />}
      {may('relay-provisions') && <PassedOn />}
      {may('receive-provisions') && !may('relay-provisions') && <Answered />}
      {(may('file-reports') || may('draft-provisions')) && <Drafts provisions={may('draft-provisions')} />}
    </>
  );
}
