import type { ReactNode } from 'react';
import type { Handling } from '../../../../kernel/marking.ts';
import type { Warning } from '../../shapes/provision.ts';
import type { Words } from '../words/programme.ts';
import type { Change, ProvisionContent } from './content.ts';
import { Materials } from './text/Materials.tsx';
import { Texts } from './text/Texts.tsx';
import { Traces } from './text/Traces.tsx';
import { AudiencePicker } from './to-whom/AudiencePicker.tsx';
import { Ways } from './Ways.tsx';

/** All that is written and chosen of a provision, in the order in which it is thought of. */
export function Writing({
  it,
  change,
  warnings,
  words,
  floor,
  files,
}: {
  it: ProvisionContent;
  change: Change;
  /** What stands against sending; null before there is anything to look at. */
  warnings: readonly Warning[] | null;
  words: Words;
  floor: Handling | undefined;
  /** The place of its files, once there is a draft to attach them to. */
  files?: ReactNode;
}) {
  return (
    <div className="sheet stack-l">
      <Texts it={it} change={change} warnings={warnings ?? []} words={words} />
      {files}
      <Materials it={it} change={change} />
      {warnings !== null && <Traces it={it} change={change} warnings={warnings} words={words} />}
      <AudiencePicker it={it} change={change} />
      <Ways it={it} change={change} words={words} floor={floor} />
    </div>
  );
}
