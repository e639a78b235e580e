/** Validation: raw answers in, normalised answers or plain problems out. */
import type { FormDefinition } from '../../../kernel/form.ts';
import { read, type Reading, type ReadingContext } from './read.ts';
import type { Answer, Answers, Entry, Problem } from './values.ts';

/** Normalised answers, or everything that is wrong with them. */
export type Validation =
  | {
      readonly ok: true;
      readonly answers: Answers;
      /** The bound members of the subject: bare where the field takes only known answers, with their state elsewhere. */
      readonly subject: Readonly<Record<string, unknown>>;
      /** Paths of answers left out because their condition does not hold. */
      readonly dropped: readonly string[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const MOST_PROBLEMS = 100;

/**
 * Validates answers against a definition. What hides behind a condition that does not hold is dropped, not refused:
 * people change their mind above and should not be made to clear what they can no longer see. It is told in `dropped`.
 */
export const validate = (definition: FormDefinition, answers: unknown, ctx: ReadingContext): Validation => {
  const reading = read(definition, answers, ctx);
  const readings = reading.sections.flatMap((s) => s.readings);
  const problems = [...reading.problems, ...readings.flatMap(problemsOf)];
  if (problems.length > MOST_PROBLEMS) {
    problems.splice(MOST_PROBLEMS - 1, Number.POSITIVE_INFINITY, { path: '', code: 'too-many-problems', params: {} });
  }
  if (problems.length > 0) return { ok: false, problems };
  const bound = readings.filter((it) => it.field.binds !== undefined);
  return {
    ok: true,
    answers: answersOf(readings),
    subject: Object.fromEntries(bound.flatMap((it) => collected(it).map((v) => [it.field.binds ?? '', bare(it, v)]))),
    dropped: readings
      .flatMap((it) => [it, ...(it.entries ?? []).flat()])
      .flatMap((it) => (it.visible || it.raw === undefined ? [] : [it.path])),
  };
};

/** Everything wrong with a field and with what stands in it. */
export const problemsOf = (it: Reading): readonly Problem[] => [
  ...it.problems,
  ...(it.entries ?? []).flat().flatMap((inner) => inner.problems),
];

/** The normalised answers among readings, without those bound to the subject; blank entries and hidden fields are left out. */
export const answersOf = (readings: readonly Reading[]): Answers =>
  Object.fromEntries(
    readings.filter((it) => it.field.binds === undefined).flatMap((it) => collected(it).map((v) => [it.field.key, v])),
  );

type Collected = Answers[string];

const collected = (it: Reading): readonly Collected[] => {
  if (it.entries === undefined) return it.answer === undefined ? [] : [it.answer];
  const entries = it.entries
    .map(
      (entry): Entry =>
        Object.fromEntries(
          entry.flatMap((inner) => (inner.answer === undefined ? [] : [[inner.field.key, inner.answer]])),
        ),
    )
    .filter((entry) => Object.keys(entry).length > 0);
  const repeats = it.field.type === 'group' && it.field.repeat !== undefined;
  if (entries.length === 0) return [];
  return repeats ? [entries] : entries;
};

const bare = (it: Reading, value: Collected): unknown => {
  const answer = value as Answer;
  return it.field.uncertain === undefined && answer.state === 'known' ? answer.value : value;
};

/** Answers parted by who may read them: `source` names who answered and must never travel with the content. */
export const part = (
  definition: FormDefinition,
  answers: Answers,
): { readonly content: Answers; readonly source: Answers; readonly centre: Answers } => {
  const audience = new Map(
    definition.sections.flatMap((s) => s.fields.map((f) => [f.key, f.audience ?? 'content'] as const)),
  );
  const of = (who: string): Answers =>
    Object.fromEntries(Object.entries(answers).filter(([key]) => audience.get(key) === who));
  return { content: of('content'), source: of('source'), centre: of('centre') };
};
