import { strictness, tlp } from '../../../../kernel/marking.ts';
import type { Strictness } from '../../../../kernel/marking.ts';
import { hasMarkup } from '../../../../kernel/text.ts';
import type { Uncertain } from '../../../../portal/form/value/uncertain.ts';
import type { ReportInput, ReportVersion, UncertainInstant, VersionInput } from '../../shapes/report.ts';

/** A report while it is written: what the draft keeps, so that a killed tab loses nothing. */
export interface ReportContent {
  /** Null until it is chosen: then it is the first that the seat may tell. */
  readonly kind: string | null;
  readonly headline: string;
  readonly summary: string;
  readonly occurredAt: Uncertain | null;
  readonly detectedAt: Uncertain | null;
  readonly eventType: string | null;
  readonly causeTypes: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly mark: Strictness;
  readonly sector: string | null;
  readonly nameToCs: boolean;
  readonly copyToCeptoar: boolean;
}

/** Changes some members of what is written. */
export type Change = (change: Partial<ReportContent>) => void;

/** Nothing written yet. AMBER is where one begins when in doubt, and only its author may widen it later. */
export const blankReport: ReportContent = {
  kind: null,
  headline: '',
  summary: '',
  occurredAt: null,
  detectedAt: null,
  eventType: null,
  causeTypes: [],
  answers: {},
  mark: 'AMBER',
  sector: null,
  nameToCs: false,
  copyToCeptoar: false,
};

const text = (it: unknown): string => (typeof it === 'string' ? it : '');
const record = (it: unknown): Readonly<Record<string, unknown>> =>
  typeof it === 'object' && it !== null && !Array.isArray(it) ? (it as Record<string, unknown>) : {};
const words = (it: unknown): string[] => (Array.isArray(it) ? it.filter((one) => typeof one === 'string') : []);
const uncertain = (it: unknown): Uncertain | null => {
  if (typeof it === 'string') return { state: 'known', value: it };
  return typeof record(it)['state'] === 'string' ? (it as Uncertain) : null;
};

/** What a draft kept, whatever shape it is in: what cannot be read is left blank. */
export const readContent = (draft: Readonly<Record<string, unknown>>): ReportContent => ({
  kind: text(draft['kind']) || null,
  headline: text(draft['headline']),
  summary: text(draft['summary']),
  occurredAt: uncertain(draft['occurredAt']),
  detectedAt: uncertain(draft['detectedAt']),
  eventType: text(draft['eventType']) || null,
  causeTypes: words(draft['causeTypes']),
  answers: record(draft['answers']),
  mark: strictness.find((it) => it === draft['mark']) ?? 'AMBER',
  sector: text(draft['sector']) || null,
  nameToCs: draft['nameToCs'] === true,
  copyToCeptoar: draft['copyToCeptoar'] === true,
});

/** A version as the beginning of the next; `source` holds the answers that name who reports. */
export const fromVersion = (it: ReportVersion, source: Readonly<Record<string, unknown>>): ReportContent =>
  readContent({
    ...it,
    mark: it.handling.value === 'WHITE' ? 'CLEAR' : it.handling.value,
    answers: { ...it.answers, ...source },
  });

/** What still has to be said before it can be sent; `typed` says whether its form asks for the type of event. */
export const missing = (it: ReportContent, typed: boolean): ('headline' | 'eventType' | 'markup')[] => [
  ...(it.headline.trim() === '' ? (['headline'] as const) : []),
  ...(typed && it.eventType === null ? (['eventType'] as const) : []),
  ...(hasMarkup(it.headline) || hasMarkup(it.summary) ? (['markup'] as const) : []),
];

const common = (it: ReportContent) => ({
  headline: it.headline,
  ...(it.summary.trim() === '' ? {} : { summary: it.summary }),
  ...(it.occurredAt === null ? {} : { occurredAt: it.occurredAt as UncertainInstant }),
  ...(it.detectedAt === null ? {} : { detectedAt: it.detectedAt as UncertainInstant }),
  ...(it.eventType === null ? {} : { eventType: it.eventType }),
  causeTypes: [...it.causeTypes],
  answers: { ...it.answers },
  handling: tlp(it.mark),
});

/** What is sent as the first report. */
export const firstInput = (it: ReportContent): ReportInput => ({
  ...common(it),
  ...(it.kind === null ? {} : { kind: it.kind }),
  ...(it.sector === null ? {} : { sector: it.sector }),
  disclosure: { nameToCs: it.nameToCs },
  copyToCeptoar: it.copyToCeptoar,
});

/** What is sent as a later version: what was said before and stands here no more is taken back. */
export const versionInputOf = (
  it: ReportContent,
  stage: VersionInput['stage'],
  before: Readonly<Record<string, unknown>>,
): VersionInput => {
  const said = common(it);
  return {
    stage,
    ...said,
    summary: said.summary ?? null,
    occurredAt: said.occurredAt ?? null,
    detectedAt: said.detectedAt ?? null,
    answers: { ...Object.fromEntries(Object.keys(before).map((key) => [key, null])), ...said.answers },
  };
};
