import { strictnessOf } from '../../../../kernel/marking.ts';
import { malformed } from '../../../../kernel/refusal.ts';
import { part, validate } from '../../../forms/index.ts';
import type { Programme } from '../../../programme/contract.ts';
import { codesNow, reportForm } from './regime.ts';
import type { Said } from '../../rules.ts';
import type { Stage, UncertainInstant } from '../../shapes/report.ts';

/** What a version says, checked and parted: what travels, and what belongs to who reported. */
export interface Content {
  readonly headline: string;
  readonly summary: string | null;
  readonly occurredAt: UncertainInstant | null;
  readonly detectedAt: UncertainInstant | null;
  readonly eventType: string;
  readonly causeTypes: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly source: Readonly<Record<string, unknown>>;
  readonly codesVersion: string;
  readonly form: { readonly key: string; readonly version: number };
}

/** Checks what a version says against the programme's codes and form; refuses 400 and names each place. */
export const checkedContent = (programme: Programme, saying: Said, stage: Stage, now: Date): Content => {
  const events = codesNow(programme, 'event-type', now);
  const causes = codesNow(programme, 'cause-type', now);
  const unknown = [
    ...(events.codes.some((c) => c.code === saying.eventType) ? [] : [{ path: 'eventType', code: 'code-unknown' }]),
    ...saying.causeTypes.flatMap((cause, i) =>
      causes.codes.some((c) => c.code === cause) ? [] : [{ path: `causeTypes.${i}`, code: 'code-unknown' }],
    ),
  ];
  if (unknown.length > 0) throw malformed(unknown);
  const { definition, codes } = reportForm(programme, now);
  const { answers, handling, ...members } = saying;
  const subject = { ...members, handling: strictnessOf(handling) };
  const checked = validate(definition, answers, { codes, stage, now, subject });
  if (!checked.ok)
    throw malformed(
      checked.problems.map((p) => ({ path: p.path in subject ? p.path : `answers.${p.path}`, code: p.code })),
    );
  const parted = part(definition, checked.answers);
  return {
    headline: saying.headline,
    summary: saying.summary,
    occurredAt: saying.occurredAt,
    detectedAt: saying.detectedAt,
    eventType: saying.eventType,
    causeTypes: [...new Set(saying.causeTypes)],
    answers: parted.content,
    source: parted.source,
    codesVersion: events.version,
    form: { key: definition.key, version: definition.version },
  };
};
