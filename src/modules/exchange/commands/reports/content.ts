import { strictnessOf } from '../../../../kernel/marking.ts';
import { malformed } from '../../../../kernel/refusal.ts';
import { part, validate } from '../../../forms/index.ts';
import type { CodeEdition, Programme } from '../../../programme/contract.ts';
import { asksFor, codesNow, reportForm } from './regime.ts';
import type { Said } from '../../rules.ts';
import type { Stage, UncertainInstant } from '../../shapes/report.ts';

/** What a version says, checked and parted: what travels, and what belongs to who reported. */
export interface Content {
  readonly headline: string;
  readonly summary: string | null;
  readonly occurredAt: UncertainInstant | null;
  readonly detectedAt: UncertainInstant | null;
  readonly eventType: string | null;
  readonly causeTypes: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly source: Readonly<Record<string, unknown>>;
  readonly codesVersion: string;
  readonly form: { readonly key: string; readonly version: number };
}

/** Checks what a version says against the programme's codes and form; refuses 400 and names each place. */
export const checkedContent = (programme: Programme, form: string, saying: Said, stage: Stage, now: Date): Content => {
  const { definition, codes } = reportForm(programme, form, now);
  const typed = asksFor(definition, 'eventType');
  const events = codesNow(programme, 'event-type', now);
  const causes = codesNow(programme, 'cause-type', now);
  const unknown = [
    ...(typed ? eventIssue(events, saying.eventType) : saying.eventType === null ? [] : [notAsked]),
    ...saying.causeTypes.flatMap((cause, i) =>
      causes.codes.some((c) => c.code === cause) ? [] : [{ path: `causeTypes.${i}`, code: 'code-unknown' }],
    ),
  ];
  if (unknown.length > 0) throw malformed(unknown);
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

const notAsked = { path: 'eventType', code: 'unknown-field' } as const;

const eventIssue = (events: CodeEdition, said: string | null): { path: string; code: string }[] => {
  if (said === null) return [{ path: 'eventType', code: 'required' }];
  return events.codes.some((c) => c.code === said) ? [] : [{ path: 'eventType', code: 'code-unknown' }];
};
