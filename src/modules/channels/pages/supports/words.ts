import { t } from '../../../../portal/text.ts';
import type { SupportState } from '../../contract.ts';

/** How far a support has come, in words. */
export const supportWord = (state: SupportState): string =>
  ({
    asked: t('channels.supports.state.asked'),
    offered: t('channels.supports.state.offered'),
    accepted: t('channels.supports.state.accepted'),
    declined: t('channels.supports.state.declined'),
    worked: t('channels.supports.state.worked'),
    outcome: t('channels.supports.state.outcome'),
    closed: t('channels.supports.state.closed'),
  })[state];
