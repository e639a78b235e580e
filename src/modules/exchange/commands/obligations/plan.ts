import type { Stage } from '../../../../kernel/form.ts';
import { type Calendar, later, quarterEnd } from '../../../../kernel/time.ts';
import { holds } from '../../../forms/index.ts';
import type { Obligation } from '../../../programme/contract.ts';
import type { UncertainInstant } from '../../shapes/report.ts';

/** What a report has said so far, in its latest version, and what was sent when. */
export interface Told {
  readonly sector: string;
  readonly stage: Stage;
  /** Null of what is no failure; other rules ask nothing of it. */
  readonly eventType: string | null;
  readonly causeTypes: readonly string[];
  readonly occurredAt: UncertainInstant | null;
  readonly detectedAt: UncertainInstant | null;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Every version, from the first. */
  readonly sent: readonly { readonly item: string; readonly stage: Stage; readonly at: Date }[];
}

/**
 * How sure the start of a clock is: told as known or about; `earliest`, the first bound of a span; `assumed`, because
 * nothing was told and the first thing that is known stands in for it. A clock never starts later than it may have.
 */
export type Certainty = 'known' | 'about' | 'earliest' | 'assumed';

/** A duty as it stands by what was told: no start yet, promptly (a start and no number), or due by an instant. */
export interface Planned {
  readonly key: string;
  readonly start: Date | null;
  readonly certainty: Certainty | null;
  readonly due: Date | null;
  readonly remindAt: Date | null;
  /** The first version that fulfils it. */
  readonly met: { readonly item: string; readonly at: Date } | null;
}

type Start = { at: Date; certainty: Certainty };

/** The duties that a report has by what it tells. A withdrawn report has none, and neither has what is no failure. */
export const planned = (obligations: readonly Obligation[], told: Told, calendar: Calendar): Planned[] => {
  if (told.stage === 'withdrawal' || told.eventType === null) return [];
  const scope = scopeOf(told);
  return obligations
    .filter((it) => holds(it.trigger, scope))
    .map((it) => {
      const start = startOf(it, told, calendar);
      const due = start === null || it.within === undefined ? null : later(start.at, it.within, calendar);
      const met = told.sent.find((one) => it.stages.includes(one.stage));
      return {
        key: it.key,
        start: start?.at ?? null,
        certainty: start?.certainty ?? null,
        due,
        remindAt: due === null ? null : firstReminder(it, due),
        met: met === undefined ? null : { item: met.item, at: met.at },
      };
    });
};

const firstReminder = (it: Obligation, due: Date): Date | null => {
  const times = it.remindBefore.map((before) => due.getTime() - lengthOf(before));
  return times.length === 0 ? null : new Date(Math.min(...times));
};

const lengthOf = (duration: string): number => {
  const from = new Date(0);
  return later(from, duration, { timeZone: 'UTC', fiscalYearBegins: '01-01' }).getTime() - from.getTime();
};

const startOf = ({ start }: Obligation, told: Told, calendar: Calendar): Start | null => {
  const first = told.sent[0];
  const reported: Start | null = first === undefined ? null : { at: first.at, certainty: 'assumed' };
  const detected = whenOf(told.detectedAt) ?? reported;
  const occurred = whenOf(told.occurredAt) ?? assumed(detected);
  switch (start.at) {
    case 'occurrence':
      return occurred;
    case 'detection':
      return detected;
    case 'awareness':
      return (start.answer === undefined ? null : answered(told, start.answer)) ?? assumed(detected);
    case 'decision':
      return start.answer === undefined ? null : answered(told, start.answer);
    case 'quarter-end':
      return occurred === null ? null : { ...occurred, at: quarterEnd(occurred.at, calendar) };
    case 'stage-sent': {
      const sent = told.sent.find((one) => one.stage === start.of);
      return sent === undefined ? null : { at: sent.at, certainty: 'known' };
    }
    default:
      return null;
  }
};

const assumed = (it: Start | null): Start | null => (it === null ? null : { ...it, certainty: 'assumed' });
const answered = (told: Told, key: string): Start | null => whenOf(told.answers[key] as UncertainInstant | undefined);

/** The instant from which a clock runs by what was told of it; null where that is nothing. */
const whenOf = (it: UncertainInstant | null | undefined): Start | null => {
  if (it === null || it === undefined) return null;
  if (typeof it === 'string') return { at: new Date(it), certainty: 'known' };
  if (it.state === 'known' || it.state === 'about') return { at: new Date(it.value), certainty: it.state };
  return it.state === 'between' ? { at: new Date(it.from), certainty: 'earliest' } : null;
};

/** What a trigger sees. Of a span it sees the end: a duty that may have arisen has arisen. */
const scopeOf = (told: Told): Record<string, unknown> => {
  const [values, state]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}];
  for (const [key, answer] of Object.entries(told.answers)) {
    const it = answer as { state?: string; value?: unknown; to?: unknown } | null;
    if (typeof it?.state !== 'string') {
      values[key] = answer;
      continue;
    }
    state[key] = it.state;
    if (it.value !== undefined) values[key] = it.value;
    else if (it.to !== undefined) values[key] = it.to;
  }
  return {
    ...values,
    kind: 'report',
    stage: told.stage,
    sector: told.sector,
    eventType: told.eventType,
    causeTypes: told.causeTypes,
    answers: values,
    state,
  };
};
