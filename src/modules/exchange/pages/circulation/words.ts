import { t } from '../../../../portal/text.ts';

/** Who was tried: one recipient, or a group of which the names are not known here. */
export interface Called {
  readonly receipt: string | null;
  readonly name: string;
  readonly phone: string | null;
}

/** How an attempt went, in words. */
export const outcomeWord = (outcome: string): string =>
  ({
    reached: t('exchange.outcome.reached'),
    'no-answer': t('exchange.outcome.no-answer'),
    'call-back': t('exchange.outcome.call-back'),
    'wrong-number': t('exchange.outcome.wrong-number'),
    'left-message': t('exchange.outcome.left-message'),
  })[outcome] ?? outcome;
