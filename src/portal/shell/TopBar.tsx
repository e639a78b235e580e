import type { MenuItem } from '../act/Menu.tsx';
import { Menu } from '../act/Menu.tsx';
import { Icon } from '../show/Icon.tsx';
import { chooseLanguage, figure, language, t } from '../text.ts';
import { Brand } from './Brand.tsx';
import { SearchBox } from './SearchBox.tsx';
import type { ShellProps } from '../data/seated.ts';
import { Switcher } from './Switcher.tsx';

/** The head of every page: brand, seat, realm, search, notices, language, person. */
export function TopBar({
  seat,
  seats,
  realm,
  realms,
  person,
  notices = 0,
  onSeat,
  onRealm,
  onSignOut,
  personLinks = [],
}: ShellProps) {
  const seatItems: MenuItem[] = seats.map((it) => ({
    key: it.key,
    label: it.body,
    hint: it.capacity,
    current: it.key === seat,
    end: it.waiting === undefined || it.waiting === 0 ? undefined : t('portal.menu.waiting', { n: it.waiting }),
    onPick: () => onSeat(it.key),
  }));
  const realmItems: MenuItem[] = realms.map((it) => ({
    key: it.key,
    label: it.label,
    hint: it.name,
    current: it.key === realm,
    onPick: () => onRealm(it.key),
  }));
  const personItems: MenuItem[] = [...personLinks, { key: 'out', label: t('portal.sign-out'), onPick: onSignOut }];
  const sits = seats.find((it) => it.key === seat);
  const works = realms.find((it) => it.key === realm);
  return (
    <header className="top">
      <Brand />
      <Switcher kind="seat" title={t('portal.seat')} at={sits?.body ?? ''} as={sits?.capacity} items={seatItems} />
      <Switcher kind="realm" title={t('portal.realm')} at={works?.label ?? ''} items={realmItems} />
      <SearchBox />
      <nav className="tools" aria-label={t('portal.tools')}>
        <a href="/notices">
          <Icon name="bell" /> {t('portal.notices')} {notices > 0 && <span className="badge">{figure(notices)}</span>}
        </a>
        <OtherLanguage className="wide-only" />
        <span className="wide-only">
          <Menu name={t('portal.person')} label={person.name} items={personItems} />
        </span>
      </nav>
    </header>
  );
}

/** The button that changes to the other language, written in that language. */
export function OtherLanguage({ className }: { className?: string }) {
  const other = language() === 'ja' ? 'en' : 'ja';
  return (
    <button type="button" className={className} lang={other} onClick={() => chooseLanguage(other)}>
      {other === 'en' ? 'English' : '日本語'}
    </button>
  );
}
