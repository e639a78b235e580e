import type { NavItem } from '../data/page.ts';
import { figure, t } from '../text.ts';
import { isIn } from './Rail.tsx';

/** The first rooms at the thumb on a phone; the rest behind `ほか`. */
export function TabBar({ nav, path, onMore }: { nav: readonly NavItem[]; path: string; onMore: () => void }) {
  return (
    <nav className="tab-bar" aria-label={t('portal.main-rooms')}>
      {nav.slice(0, 3).map((it) => (
        <a key={it.href} href={it.href} aria-current={isIn(path, it.href) ? 'page' : undefined}>
          {it.label}
          {it.waiting !== undefined && it.waiting > 0 && ` ${figure(it.waiting)}`}
        </a>
      ))}
      <button type="button" onClick={onMore}>
        {t('portal.more')}
      </button>
    </nav>
  );
}
