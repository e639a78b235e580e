import type { DrillStep } from '../../programme/contract.ts';
import { programmeDoors } from '../../programme/contract.ts';
import { useGet } from '../../../portal/data/query.ts';
import { both, t } from '../../../portal/text.ts';
import type { DrillEntry, Part, Turn } from '../contract.ts';

/** What is timed, in words. */
export const stepWord = (what: DrillStep): string =>
  ({
    declared: t('drills.step.declared'),
    placed: t('drills.step.placed'),
    reported: t('drills.step.reported'),
    relayed: t('drills.step.relayed'),
    received: t('drills.step.received'),
    warned: t('drills.step.warned'),
    'passed-on': t('drills.step.passed-on'),
    acknowledged: t('drills.step.acknowledged'),
    widened: t('drills.step.widened'),
    narrowed: t('drills.step.narrowed'),
    'stood-down': t('drills.step.stood-down'),
  })[what];

/** How a drill stands, in a word. */
export const stateWord = ({ state, real }: Pick<DrillEntry, 'state' | 'real'>): string =>
  ({
    planned: t('drills.state.planned'),
    open: t('drills.state.open'),
    paused: real ? t('drills.state.real') : t('drills.state.paused'),
    closed: t('drills.state.closed'),
    'called-off': t('drills.state.called-off'),
  })[state];

/** How its state is shown. */
export const stateTone = ({ state }: Pick<DrillEntry, 'state'>) =>
  (({ planned: 'info', open: 'soon', paused: 'late', closed: 'done', 'called-off': 'idle' }) as const)[state];

/** What was done to a drill, in words. */
export const turnWord = (what: Turn): string =>
  ({
    opened: t('drills.turn.opened'),
    paused: t('drills.turn.paused'),
    real: t('drills.turn.real'),
    resumed: t('drills.turn.resumed'),
    closed: t('drills.turn.closed'),
    'called-off': t('drills.turn.called-off'),
  })[what];

/** As what a seat takes part. */
export const partWord = (part: Part): string =>
  ({ desk: t('drills.part.desk'), player: t('drills.part.player'), evaluator: t('drills.part.evaluator') })[part];

/** `【訓練】` or `【演習】`. */
export const kindMark = (kind: DrillEntry['kind']): string =>
  kind === 'drill' ? t('portal.realm.drill') : t('portal.realm.exercise');

/** What a seat is called: its body as far as one knows it, and its capacity. */
export const useSeatWords = (): ((it: { body: string | null; capacity: string }) => string) => {
  const capacities = useGet(programmeDoors.programme).data?.capacities ?? [];
  return ({ body, capacity }) => {
    const known = capacities.find((it) => it.key === capacity);
    const words = known === undefined ? capacity : both(known.short);
    return body === null ? t('drills.seat.unnamed', { capacity: words }).trim() : `${body} ${words}`;
  };
};
