import { t } from '../../../../../portal/text.ts';
import type { Extent, OfferingView, Pass } from '../../../shapes/offering.ts';

/** How far something may go, in words. */
export const extentWords = (it: Extent): string =>
  [
    ...(it.toMembers ? [t('exchange.offering.to-members')] : []),
    ...(it.toCentre === 'unnamed' ? [t('exchange.offering.to-centre.unnamed')] : []),
    ...(it.toCentre === 'named' ? [t('exchange.offering.to-centre.named')] : []),
  ].join('・') || t('exchange.offering.hub-only');

/** Whom it was passed on to, in words. */
export const passWord = (to: Pass): string =>
  to === 'members' ? t('exchange.offering.pass.members') : t('exchange.offering.pass.centre');

/** Which part the reader has in it, in words. */
export const partWord = (part: OfferingView['part']): string =>
  ({
    source: t('exchange.offering.part.source'),
    hub: t('exchange.offering.part.hub'),
    member: t('exchange.offering.part.member'),
    centre: t('exchange.offering.part.centre'),
  })[part];
