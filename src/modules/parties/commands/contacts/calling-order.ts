import type { ContactHours } from '../../doors/directory.ts';

/** What makes a number doubtful, or useless. All of it is shown red. */
export const doubts = ['ended', 'left', 'untried', 'attestation-late'] as const;
export type Doubt = (typeof doubts)[number];

/** Why somebody is rung before the next one. */
export type CallReason = 'on-duty' | 'hours' | 'always' | 'other-hours' | 'ended';

/** A contact point as far as the order of calling asks. */
export interface Callable {
  readonly id: string;
  readonly hours: ContactHours;
  readonly position: number;
  /** Whether it has ended. */
  readonly ended: boolean;
  /** Whether a call can reach it at all: a telephone, a mobile, a radio. */
  readonly voice: boolean;
}

const ranks: readonly CallReason[] = ['on-duty', 'hours', 'always', 'other-hours', 'ended'];

/** Why a point comes where it comes. */
export const callReason = (it: Callable, onDuty: string | null, hours: 'day' | 'night'): CallReason => {
  if (it.ended) return 'ended';
  if (it.id === onDuty) return 'on-duty';
  if (it.hours === 'always') return 'always';
  return it.hours === hours ? 'hours' : 'other-hours';
};

/**
 * In which order to telephone: who serves now by the roster, then who is there at this time of day, then who always is, then
 * the rest, each in the body's own order. What has ended stands last, so that nobody wonders where it went.
 */
export const callingOrder = <T extends Callable>(
  points: readonly T[],
  onDuty: string | null,
  hours: 'day' | 'night',
): { readonly point: T; readonly why: CallReason }[] =>
  points
    .filter((it) => it.voice)
    .map((point) => ({ point, why: callReason(point, onDuty, hours) }))
    .toSorted(
      (a, b) =>
        ranks.indexOf(a.why) - ranks.indexOf(b.why) ||
        a.point.position - b.point.position ||
        (a.point.id < b.point.id ? -1 : 1),
    );
