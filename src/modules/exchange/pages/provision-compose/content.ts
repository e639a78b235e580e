import { rank, strictness, tlp } from '../../../../kernel/marking.ts';
import type { Handling, Strictness } from '../../../../kernel/marking.ts';
import { hasMarkup } from '../../../../kernel/text.ts';
import type { ProvisionDraft, ProvisionEdit, ProvisionView, ProvisionWay } from '../../shapes/provision.ts';
import { type Material, materialKinds } from '../../shapes/material.ts';
import type { ReportView } from '../../shapes/report.ts';

/** A provision while it is written. */
export interface ProvisionContent {
  readonly title: string;
  readonly body: string;
  readonly kind: string;
  readonly mark: Strictness;
  readonly circles: readonly string[];
  readonly bodies: readonly string[];
  readonly tempo: 'relay' | 'direct';
  readonly acknowledgeBy: string | null;
  readonly derivedFrom: readonly string[];
  /** What it is made from besides reports. */
  readonly materials: readonly Material[];
  /** Why the author would leave what still stands, by the warning's key. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Changes some members of what is written. */
export type Change = (change: Partial<ProvisionContent>) => void;

/** Nothing written yet, nobody chosen: an audience never fills itself. */
export const blankProvision: ProvisionContent = {
  title: '',
  body: '',
  kind: 'warning',
  mark: 'AMBER',
  circles: [],
  bodies: [],
  tempo: 'relay',
  acknowledgeBy: null,
  derivedFrom: [],
  materials: [],
  reasons: {},
};

/** Where this seat begins: with the ordinary kinds, or with the first that goes by its agreements. */
export const blankFor = (ways: readonly ProvisionWay[]): ProvisionContent => {
  const [first] = ways;
  if (first === undefined || first.kind === null) return blankProvision;
  return { ...blankProvision, kind: first.kind, tempo: first.tempos[0] ?? 'direct' };
};

const text = (it: unknown, otherwise = ''): string => (typeof it === 'string' ? it : otherwise);
const words = (it: unknown): string[] => (Array.isArray(it) ? it.filter((one) => typeof one === 'string') : []);

const materials = (it: unknown): Material[] =>
  Array.isArray(it)
    ? it.map((one: Readonly<Record<string, unknown>>) => ({
        kind: materialKinds.find((kind) => kind === one['kind']) ?? 'public',
        title: text(one['title']),
        reference: text(one['reference']) || null,
        quote: text(one['quote']) || null,
      }))
    : [];

// One without a title is still being written.
const whole = (all: readonly Material[]): Material[] =>
  all.filter(
    (it) => it.title.trim() !== '' && ![it.title, it.reference, it.quote].some((said) => hasMarkup(said ?? '')),
  );

/** What a draft kept, whatever shape it is in: what cannot be read is left blank. */
export const readProvision = (draft: Readonly<Record<string, unknown>>): ProvisionContent => ({
  title: text(draft['title']),
  body: text(draft['body']),
  kind: text(draft['kind'], blankProvision.kind),
  mark: strictness.find((it) => it === draft['mark']) ?? blankProvision.mark,
  circles: words(draft['circles']),
  bodies: words(draft['bodies']),
  tempo: draft['tempo'] === 'direct' ? 'direct' : 'relay',
  acknowledgeBy: text(draft['acknowledgeBy']) || null,
  derivedFrom: words(draft['derivedFrom']),
  materials: materials(draft['materials']),
  reasons: {},
});

const strictnessFrom = (mark: Handling): Strictness => strictness[rank(mark)] ?? 'RED';

/** Begins with what a report says, to be made fit for others: its words, its mark as the floor, nobody chosen. */
export const fromReport = (report: ReportView): ProvisionContent => {
  const last = report.versions.at(-1);
  return {
    ...blankProvision,
    title: last?.headline ?? '',
    body: last?.summary ?? '',
    mark: strictnessFrom(report.handling),
    derivedFrom: [report.id],
  };
};

/** A draft as the desk left it. */
export const fromView = (it: ProvisionView): ProvisionContent => ({
  title: it.title,
  body: it.body,
  kind: it.kind,
  mark: strictnessFrom(it.handling),
  circles: it.desk?.audience.circles.map((circle) => circle.id) ?? [],
  bodies: it.desk?.audience.bodies.map((body) => body.id) ?? [],
  tempo: it.tempo,
  acknowledgeBy: it.acknowledgeBy,
  derivedFrom: it.desk?.derivedFrom.map((report) => report.id) ?? [],
  materials: it.desk?.materials ?? [],
  reasons: Object.fromEntries((it.desk?.reasons ?? []).map(({ key, reason }) => [key, reason])),
});

/** What is still missing before it can be kept as a provision and its audience counted. */
export type Lack = 'title' | 'body' | 'audience' | 'markup';

/** What is still missing. */
export const lacking = (it: ProvisionContent): readonly Lack[] => [
  ...(it.title.trim() === '' ? (['title'] as const) : []),
  ...(it.body.trim() === '' ? (['body'] as const) : []),
  ...(it.circles.length + it.bodies.length === 0 ? (['audience'] as const) : []),
  ...(hasMarkup(it.title) || hasMarkup(it.body) ? (['markup'] as const) : []),
];

/** What begins a provision. */
export const draftInput = (it: ProvisionContent): ProvisionDraft => ({
  title: it.title,
  body: it.body,
  kind: it.kind,
  handling: tlp(it.mark),
  audience: { circles: [...it.circles], bodies: [...it.bodies] },
  tempo: it.tempo,
  ...(it.materials.length === 0 ? {} : { materials: whole(it.materials) }),
  ...(it.derivedFrom.length === 0 ? {} : { derivedFrom: [...it.derivedFrom] }),
  ...(it.acknowledgeBy === null ? {} : { acknowledgeBy: it.acknowledgeBy }),
});

/** What changes a draft; what is missing at the moment is left as it was. */
export const editInput = (it: ProvisionContent, revision: number): ProvisionEdit => {
  const lacks = lacking(it);
  return {
    revision,
    ...(lacks.includes('title') ? {} : { title: it.title }),
    ...(lacks.includes('body') ? {} : { body: it.body }),
    ...(lacks.includes('audience') ? {} : { audience: { circles: [...it.circles], bodies: [...it.bodies] } }),
    kind: it.kind,
    handling: tlp(it.mark),
    tempo: it.tempo,
    acknowledgeBy: it.acknowledgeBy,
    materials: whole(it.materials),
    reasons: Object.entries(it.reasons).flatMap(([key, reason]) =>
      reason.trim() === '' || hasMarkup(reason) ? [] : [{ key, reason }],
    ),
  };
};
