import type { ReactNode } from 'react';
import { AudiencePanel } from '../../../../portal/act/AudiencePanel.tsx';
import { useNow } from '../../../../portal/data/clock.tsx';
import { left } from '../../../../portal/data/phrases.ts';
import { t } from '../../../../portal/text.ts';
import type { Audience } from '../../contract.ts';
import { useWords } from '../words.ts';

/** Who will read what is written here, and who will not; `children` is the button that sends it. */
export function Readers({
  audience,
  byInvitation,
  aside,
  framed = true,
  children,
}: {
  audience: Audience;
  byInvitation: readonly string[];
  aside: boolean;
  framed?: boolean;
  children?: ReactNode;
}) {
  const words = useWords();
  const now = useNow();
  const why = (it: Audience['named'][number]): string => {
    if (it.mine) return t('channels.readers.you');
    const office = words.capacity(it.capacity);
    return it.guestUntil === null
      ? office
      : t('channels.readers.guest', { office, left: left(new Date(it.guestUntil), now) });
  };
  const people = audience.named.map((it) => ({ key: it.seat, name: it.name, why: why(it) }));
  const others =
    audience.others > 0
      ? [
          {
            key: 'others',
            name: t('channels.readers.others', { n: audience.others }),
            why: t('channels.readers.unnamed'),
          },
        ]
      : [];
  return (
    <AudiencePanel
      title={t('channels.readers')}
      count={audience.bodies}
      people={[...people, ...others]}
      framed={framed}
      unseen={[
        ...(aside ? [t('channels.readers.aside')] : []),
        ...(byInvitation.length > 0
          ? [t('channels.readers.by-invitation', { offices: byInvitation.map(words.capacity).join(t('channels.and')) })]
          : []),
        t('channels.readers.admin'),
      ]}
      {...(children === undefined ? {} : { children })}
    />
  );
}
