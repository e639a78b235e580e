import { type Handling, strictest } from '../../kernel/marking.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { ReportInput, Stage, UncertainInstant, VersionInput } from './shapes/report.ts';

/** Whether a version of this stage may follow one of that stage; refuses with the reason when it may not. */
export const refuseStage = (last: Stage, next: Stage): void => {
  if (last === 'withdrawal') throw new Refusal('report-withdrawn');
  if (last === 'final' && next === 'follow-up') throw new Refusal('report-final');
};

/** The instants that an uncertain time names: none when it is unknown or withheld. */
export const instantsOf = (time: UncertainInstant | null | undefined): Date[] => {
  if (time === undefined || time === null) return [];
  if (typeof time === 'string') return [new Date(time)];
  if (time.state === 'known' || time.state === 'about') return [new Date(time.value)];
  return time.state === 'between' ? [new Date(time.from), new Date(time.to)] : [];
};

const earliest = new Date('2000-01-01T00:00:00Z');
const leeway = 10 * 60_000;

/**
 * Refuses times that cannot be: before the year 2000, later than now by more than the clocks may differ, or a span that
 * ends before it begins. `place` names the member in the answer.
 */
export const refuseImpossible = (place: string, time: UncertainInstant | null | undefined, now: Date): void => {
  const at = instantsOf(time);
  const [from, to] = at;
  if (at.some((t) => t < earliest || t.getTime() > now.getTime() + leeway))
    throw new Refusal('impossible-date', { path: place }, 400);
  if (from !== undefined && to !== undefined && to < from) throw new Refusal('impossible-date', { path: place }, 400);
};

/** The mark that something made of these may not be wider than. */
export const floorOf = (marks: readonly Handling[]): Handling => strictest(marks);

const furthest = 366 * 86_400_000;

/** Refuses a date for others to act by that is already past, or so far off that only a slip can have made it. */
export const refusePast = (place: string, at: string | undefined, now: Date): void => {
  if (at === undefined) return;
  const left = new Date(at).getTime() - now.getTime();
  if (left <= 0 || left > furthest) throw new Refusal('impossible-date', { path: place }, 400);
};

/** What a version says that a later one may add to. */
export interface Said {
  readonly headline: string;
  readonly summary: string | null;
  readonly occurredAt: UncertainInstant | null;
  readonly detectedAt: UncertainInstant | null;
  readonly eventType: string | null;
  readonly causeTypes: readonly string[];
  readonly handling: Handling;
  readonly answers: Readonly<Record<string, unknown>>;
}

/** What a first report says: what was left out is not said. */
export const firstSaid = (input: ReportInput): Said => ({
  headline: input.headline,
  summary: input.summary ?? null,
  occurredAt: input.occurredAt ?? null,
  detectedAt: input.detectedAt ?? null,
  eventType: input.eventType ?? null,
  causeTypes: input.causeTypes ?? [],
  handling: input.handling,
  answers: input.answers ?? {},
});

/** What a later version says in the whole: what it leaves out stays as it was, what it gives as null is no longer said. */
export const saidNow = (before: Said, input: Omit<VersionInput, 'stage'>): Said => {
  const now = <T>(given: T | undefined, was: T): T => (given === undefined ? was : given);
  const answers = { ...before.answers, ...input.answers };
  return {
    headline: now(input.headline, before.headline),
    summary: now(input.summary, before.summary),
    occurredAt: now(input.occurredAt, before.occurredAt),
    detectedAt: now(input.detectedAt, before.detectedAt),
    eventType: now(input.eventType, before.eventType),
    causeTypes: now(input.causeTypes, before.causeTypes) ?? [],
    handling: now(input.handling, before.handling),
    answers: Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== null)),
  };
};
