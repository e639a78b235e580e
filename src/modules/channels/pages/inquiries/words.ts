import { t } from '../../../../portal/text.ts';
import type { InquiryMessage, PartyState } from '../../contract.ts';

/** How one of those asked stands, in words. */
export const partyWord = (state: PartyState): string =>
  ({
    silent: t('channels.inquiries.state.silent'),
    question: t('channels.inquiries.state.question'),
    answered: t('channels.inquiries.state.answered'),
    nothing: t('channels.inquiries.state.nothing'),
  })[state];

/** What sort of words they are, in words. */
export const kindWord = (kind: InquiryMessage['kind']): string =>
  ({
    answer: t('channels.inquiries.kind.answer'),
    nothing: t('channels.inquiries.kind.nothing'),
    question: t('channels.inquiries.kind.question'),
    reply: t('channels.inquiries.kind.reply'),
  })[kind];
