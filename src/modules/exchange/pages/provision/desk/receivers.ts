import type { AudienceReader, AudienceTier } from '../../../../../portal/act/AudiencePanel.tsx';
import { t } from '../../../../../portal/text.ts';
import type { AudienceView } from '../../../shapes/provision.ts';
import type { Words } from '../../words/programme.ts';

/** The tiers that receive, from the top down, in words. */
export const columnsOf = (audience: AudienceView, words: Words): readonly string[] =>
  audience.tiers.map((it) => words.capacity(it.tier));

/** How many receive in each sector, tier by tier. What belongs to no single sector stands last. */
export const tiersOf = (audience: AudienceView, words: Words): readonly AudienceTier[] => {
  const sectors = [...new Set(audience.sectors.map((it) => it.sector))].sort(
    (a, b) => place(a, words) - place(b, words),
  );
  return sectors.map((sector) => ({
    name: sector === null ? t('exchange.audience.across') : words.sector(sector),
    cells: Object.fromEntries(
      audience.sectors.filter((it) => it.sector === sector).map((it) => [words.capacity(it.tier), it.count]),
    ),
  }));
};

const place = (sector: string | null, words: Words): number => {
  const found = words.sectors.findIndex((it) => it.key === sector);
  return found === -1 ? words.sectors.length : found;
};

/** Each recipient with why it receives. */
export const peopleOf = (audience: AudienceView, words: Words): readonly (AudienceReader & { tier: string })[] =>
  audience.recipients.map((it, i) => ({
    key: `${i}-${it.body.id}`,
    name: words.body(it.body.name),
    tier: words.capacity(it.tier),
    why: whyOf(it, words),
  }));

const whyOf = (it: AudienceView['recipients'][number], words: Words): string => {
  const circle = words.body(it.circle ?? '');
  switch (it.why) {
    case 'member':
      return t('exchange.why.member', { circle });
    case 'secretariat':
      return t('exchange.why.secretariat', { circle });
    case 'named':
      return t('exchange.why.named');
    case 'agreement':
      return t('exchange.why.agreement', { circle });
    case 'above':
      return t('exchange.why.above');
    case 'held':
      return t('exchange.why.held');
  }
};

/** Why somebody who was chosen will not receive it, in words. */
export const whyNotWords = (why: AudienceView['leftOut'][number]['why']): string =>
  ({
    'no-seat': t('exchange.left-out.no-seat'),
    'no-agreement': t('exchange.left-out.no-agreement'),
    'not-accepted': t('exchange.left-out.not-accepted'),
    'not-begun': t('exchange.left-out.not-begun'),
    declined: t('exchange.left-out.declined'),
    expired: t('exchange.left-out.expired'),
    ended: t('exchange.left-out.ended'),
    'other-kind': t('exchange.left-out.other-kind'),
  })[why];
