import { useGet } from '../../../../portal/data/query.ts';
import { both, t } from '../../../../portal/text.ts';
import { programmeDoors } from '../../../programme/contract.ts';
import type { AcknowledgementState, AttemptOutcome, CallPointView } from '../../contract.ts';

/** How a call went, in words. */
export const outcomeWord = (outcome: AttemptOutcome): string =>
  ({
    reached: t('circulation.calls.outcome.reached'),
    'no-answer': t('circulation.calls.outcome.no-answer'),
    'call-back': t('circulation.calls.outcome.call-back'),
    'wrong-number': t('circulation.calls.outcome.wrong-number'),
    'left-message': t('circulation.calls.outcome.left-message'),
  })[outcome];

/** Why somebody is rung before the next one, in words. */
export const reasonWord = (why: CallPointView['why']): string =>
  ({
    'on-duty': t('circulation.calls.why.on-duty'),
    hours: t('circulation.calls.why.hours'),
    always: t('circulation.calls.why.always'),
    'other-hours': t('circulation.calls.why.other-hours'),
    ended: t('circulation.calls.why.ended'),
  })[why];

/** What makes a number doubtful, in words. */
export const doubtWord = (doubt: CallPointView['doubts'][number]): string =>
  ({
    ended: t('circulation.calls.doubt.ended'),
    left: t('circulation.calls.doubt.left'),
    untried: t('circulation.calls.doubt.untried'),
    'attestation-late': t('circulation.calls.doubt.attestation-late'),
    'wrong-number': t('circulation.calls.doubt.wrong-number'),
  })[doubt];

/** What a recipient answers, in words. */
export const answerWord = (state: AcknowledgementState): string =>
  ({
    received: t('circulation.calls.answer.received'),
    'not-affected': t('circulation.calls.answer.not-affected'),
    investigating: t('circulation.calls.answer.investigating'),
    affected: t('circulation.calls.answer.affected'),
  })[state];

/** What a capacity is called in short; one that the programme does not know is called by its key. */
export const useCapacity = (): ((key: string) => string) => {
  const capacities = useGet(programmeDoors.programme).data?.capacities ?? [];
  return (key) => {
    const short = capacities.find((it) => it.key === key)?.short;
    return short === undefined ? key : both(short);
  };
};
