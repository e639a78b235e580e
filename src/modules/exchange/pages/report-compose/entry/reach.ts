import type { AudienceReach } from '../../../../../portal/act/AudiencePanel.tsx';
import { both, t } from '../../../../../portal/text.ts';
import type { BodyView } from '../../../../parties/contract.ts';
import type { ProgrammeView } from '../../../../programme/contract.ts';

/** Who will see what is typed in: the caller as its own, its ministry at once, the centre once that passes it on. */
export const entryReach = (
  programme: ProgrammeView | undefined,
  body: BodyView | undefined,
  sector: string | null,
  named: boolean,
): readonly AudienceReach[] => {
  const competent = programme?.sectors.find((it) => it.key === sector);
  const first = (programme?.bodies ?? [])
    .filter((it) => competent?.competent.includes(it.key))
    .map((it) => both(it.title));
  if (body === undefined || competent === undefined) return [];
  return [
    {
      key: 'own',
      when: 'now',
      label: t('exchange.seen.now'),
      name: both(body.name),
      what: t('exchange.entry.as-own'),
    },
    ...first.map((name) => ({
      key: name,
      when: 'now' as const,
      label: t('exchange.seen.now'),
      name,
      what: t('exchange.seen.all'),
      why: t('exchange.seen.competent', { sector: both(competent.title) }),
    })),
    {
      key: 'centre',
      when: 'later',
      label: t('exchange.seen.later', { first: first[0] ?? '' }),
      name: t('exchange.entry.above'),
      what: t(named ? 'exchange.seen.all' : 'exchange.seen.content-only'),
    },
  ];
};
