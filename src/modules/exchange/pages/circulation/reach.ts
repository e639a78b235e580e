import type { Series } from '../../../../portal/show/chart/LineChart.tsx';
import type {
  AcknowledgementState,
  CirculationView,
  RecipientRow,
  TierFigures,
} from '../../../circulation/contract.ts';
import { acknowledgementStates } from '../../../circulation/contract.ts';

/** How many of those who acknowledged gave each answer. */
export const answersOf = (tiers: readonly TierFigures[]): readonly { state: AcknowledgementState; count: number }[] =>
  acknowledgementStates.map((state) => ({
    state,
    count: tiers
      .flatMap((tier) => tier.states)
      .filter((it) => it.state === state)
      .reduce((sum, it) => sum + it.count, 0),
  }));

/** How many of a tier (or a sector of it) have not acknowledged. */
export const silentIn = (it: TierFigures): number => Math.max(0, it.targeted - it.acknowledged);

/** Whom to telephone first: the upper tiers, since others wait for them; then where most are silent. */
export const inCallingOrder = (figures: readonly TierFigures[]): readonly TierFigures[] =>
  figures.filter((it) => silentIn(it) > 0).sort((a, b) => a.position - b.position || silentIn(b) - silentIn(a));

/** How far a recipient has come, from what only a telephone can help to what perhaps only needs time. */
export const standingOf = (row: RecipientRow): 'unreachable' | 'undelivered' | 'unopened' | 'opened' | 'done' => {
  if (row.acknowledgedAt !== null) return 'done';
  if (row.openedAt !== null) return 'opened';
  if (row.unreachable !== null) return 'unreachable';
  return row.deliveredAt === null ? 'undelivered' : 'unopened';
};

const urgency = { unreachable: 0, undelivered: 1, unopened: 2, opened: 3, done: 4 } as const;

/** The silent in the order in which to telephone: those no message reaches first, then the longest silent, the least tried. */
export const toCall = (rows: readonly RecipientRow[]): readonly RecipientRow[] =>
  rows
    .filter((row) => row.acknowledgedAt === null && row.sentAt !== null)
    .sort(
      (a, b) =>
        urgency[standingOf(a)] - urgency[standingOf(b)] ||
        a.attempts - b.attempts ||
        (a.sentAt ?? '').localeCompare(b.sentAt ?? ''),
    );

/** The share of each tier that has acknowledged, in per cent over time, from nothing at the sending to what it is now. */
export const curveOf = (view: CirculationView, now: Date, nameOf: (tier: TierFigures) => string): readonly Series[] => {
  const { sentAt } = view;
  if (sentAt === null) return [];
  const until = new Date(Math.max(now.getTime(), Date.parse(sentAt)));
  return view.tiers
    .filter((tier) => tier.targeted > 0)
    .map((tier) => {
      const points = view.curve
        .filter((point) => point.tier === tier.tier && point.position === tier.position)
        .map((point) => ({ at: new Date(point.at), value: Math.min(100, (point.count / tier.targeted) * 100) }));
      const last = points.at(-1)?.value ?? 0;
      return {
        key: `${tier.position}-${tier.tier}`,
        label: nameOf(tier),
        points: [{ at: new Date(sentAt), value: 0 }, ...points, { at: until, value: last }],
      };
    });
};
