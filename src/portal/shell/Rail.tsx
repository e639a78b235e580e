import { Fragment } from 'react';
import { Button } from '../act/Button.tsx';
import type { NavItem } from '../data/page.ts';
import type { Live } from '../data/live.ts';
import { figure, t } from '../text.ts';
import { LiveState } from './LiveState.tsx';
import { SearchBox } from './SearchBox.tsx';
import { OtherLanguage } from './TopBar.tsx';

/** Whether the address lies in the room at `href`. */
export const isIn = (path: string, href: string): boolean =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);

/** The rooms with what waits in each; the foot says whether the page is live. On a phone it opens over the page. */
export function Rail({
  nav,
  path,
  live,
  open,
  onClose,
  person,
  onSignOut,
}: {
  nav: readonly NavItem[];
  path: string;
  live: Live;
  open: boolean;
  onClose: () => void;
  person: string;
  onSignOut: () => void;
}) {
  return (
    <nav className="rail" aria-label={t('portal.rooms')} data-open={open ? true : undefined}>
      <div className="rail-close stack-s">
        <Button small icon="close" onPress={onClose}>
          {t('portal.close')}
        </Button>
        {open && <SearchBox id="search-phone" />}
      </div>
      {nav.map((it, i) => (
        <Fragment key={it.href}>
          {i > 0 && nav[i - 1]?.group !== it.group && <hr />}
          <a href={it.href} aria-current={isIn(path, it.href) ? 'page' : undefined}>
            {it.label}
            {it.waiting !== undefined && it.waiting > 0 && (
              <span className="waiting">
                {figure(it.waiting)}
                <span className="unseen-by-eye"> {t('portal.waiting')}</span>
              </span>
            )}
          </a>
        </Fragment>
      ))}
      <div className="rail-more stack-s">
        <p className="small dim">{person}</p>
        <p className="cluster">
          <OtherLanguage className="button small" />
          <Button small onPress={onSignOut}>
            {t('portal.sign-out')}
          </Button>
        </p>
      </div>
      <LiveState live={live} />
    </nav>
  );
}
