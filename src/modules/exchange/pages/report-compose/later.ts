import type { ReportView, VersionInput } from '../../shapes/report.ts';
import { fromVersion, readContent } from './content.ts';
import type { ReportContent } from './content.ts';

/** A later version while it is written. */
export interface LaterContent extends ReportContent {
  readonly stage: VersionInput['stage'];
}

/** The stages that may follow the last version; what was final can only be corrected or withdrawn. */
export const stagesAfter = (report: ReportView): readonly VersionInput['stage'][] =>
  report.versions.at(-1)?.stage === 'final'
    ? ['correction', 'withdrawal']
    : ['follow-up', 'final', 'correction', 'withdrawal'];

/** All that the last version answered, with what names who reports. */
export const answersBefore = (report: ReportView): Readonly<Record<string, unknown>> => ({
  ...report.versions.at(-1)?.answers,
  ...report.source?.answers,
});

/** Where writing begins: with the draft, else with all that the last version said. */
export const beginLater = (
  report: ReportView,
  draft: Readonly<Record<string, unknown>>,
  wanted: string,
): LaterContent => {
  const stages = stagesAfter(report);
  const stageOf = (it: unknown) => stages.find((stage) => stage === it);
  const last = report.versions.at(-1);
  if (draft['headline'] !== undefined || last === undefined) {
    return { ...readContent(draft), stage: stageOf(draft['stage']) ?? stageOf(wanted) ?? stages[0] ?? 'follow-up' };
  }
  return { ...fromVersion(last, report.source?.answers ?? {}), stage: stageOf(wanted) ?? stages[0] ?? 'follow-up' };
};
