import type { OutputOf } from '../../../../kernel/endpoint.ts';
import type { AudienceReach } from '../../../../portal/act/AudiencePanel.tsx';
import { t } from '../../../../portal/text.ts';
import type { exchangeDoors } from '../../contract.ts';
import type { Words } from '../words/programme.ts';

/** Who would see a report, as the server works it out. */
export type Preview = OutputOf<typeof exchangeDoors.reportPreview>;
type Station = Preview['stations'][number];

/** Who gets it at once. */
export const firstOf = (preview: Preview): Station | undefined => preview.stations.find((it) => it.when === 'at-once');

/** Who gets it once it is passed on, without the name unless that is allowed. */
export const centreOf = (preview: Preview): Station | undefined =>
  preview.stations.find((it) => it.when === 'on-relay' && it.name === 'consent');

/** Who gets a copy if the operator chooses so. */
export const ceptoarOf = (preview: Preview): Station | undefined =>
  preview.stations.find((it) => it.when === 'on-choice');

/** What the operator has chosen about who learns what. */
export interface Chosen {
  readonly nameToCs: boolean;
  readonly copyToCeptoar: boolean;
}

/** The stations with what each will see and when, and those who will never see it. */
export const reachOf = (preview: Preview, chosen: Chosen, words: Words): readonly AudienceReach[] => [
  ...preview.stations.map((it, i) => reached(it, i, preview, chosen, words)),
  {
    key: 'others',
    when: 'never',
    label: t('exchange.seen.never'),
    name: t('exchange.seen.others'),
    what: t('exchange.seen.others.what'),
  },
];

const reached = (it: Station, i: number, preview: Preview, chosen: Chosen, words: Words): AudienceReach => {
  const key = `${i}-${it.capacity}`;
  const sector = words.sector(preview.sector);
  const named = it.name === 'always' || (it.name === 'consent' && chosen.nameToCs);
  const what = named ? t('exchange.seen.all') : t('exchange.seen.content-only');
  const masked = named ? {} : { why: t('exchange.seen.shown-as', { sector }) };
  if (it.when === 'at-once') {
    return {
      key,
      when: 'now',
      label: t('exchange.seen.now'),
      name: words.body(it.body),
      what,
      why: preview.route === 'contribution' ? t('exchange.seen.direct') : t('exchange.seen.competent', { sector }),
    };
  }
  if (it.when === 'on-relay') {
    return {
      key,
      when: 'later',
      label: t('exchange.seen.later', { first: words.body(firstOf(preview)?.body ?? '') }),
      name: words.body(it.body),
      what,
      ...masked,
    };
  }
  if (it.when === 'on-permission') {
    return {
      key,
      when: 'later',
      label: t('exchange.seen.permission'),
      name: words.body(it.body),
      what,
      why: t('exchange.seen.permitted'),
    };
  }
  if (chosen.copyToCeptoar)
    return {
      key,
      when: 'now',
      label: t('exchange.seen.now'),
      name: words.body(it.body),
      what,
      why: t('exchange.seen.copied'),
    };
  return {
    key,
    when: 'never',
    label: t('exchange.seen.never'),
    name: t('exchange.seen.ceptoar', { name: words.body(it.body) }),
    what: t('exchange.seen.if-copied'),
  };
};

/** How many bodies get it at once. */
export const countNow = (preview: Preview, chosen: Chosen): number =>
  preview.stations.filter((it) => it.when === 'at-once' || (it.when === 'on-choice' && chosen.copyToCeptoar)).length;
