import { t } from '../../../../portal/text.ts';
import type { missing } from './content.ts';

/** Why a report cannot be sent yet, in one sentence; nothing when it can. */
export const whyNot = (lacks: ReturnType<typeof missing>): string | undefined => {
  if (lacks.includes('markup')) return t('exchange.compose.why.markup');
  if (lacks.includes('headline') && lacks.includes('eventType')) return t('exchange.compose.why.both');
  if (lacks.includes('headline')) return t('exchange.compose.why.headline');
  return lacks.includes('eventType') ? t('exchange.compose.why.event') : undefined;
};
