import type { ReactNode } from 'react';
import { Toasts } from '../act/Toast.tsx';
import { MarkProvider } from '../data/mark.tsx';
import { t } from '../text.ts';
import { Brand } from './Brand.tsx';
import { OtherLanguage } from './TopBar.tsx';

/** The frame of pages without a seat: sign-in, invitations. */
export function PlainFrame({
  links = [],
  notice,
  children,
}: {
  links?: readonly { readonly label: string; readonly href: string }[];
  notice?: string;
  children: ReactNode;
}) {
  return (
    <MarkProvider>
      <div className="plain">
        <a className="skip" href="#main">
          {t('portal.skip')}
        </a>
        <header className="plain-top">
          <div>
            <Brand />
            <span className="small">{t('portal.tagline')}</span>
            <nav aria-label={t('portal.tools')}>
              <OtherLanguage className="link" />
              {links.map((it) => (
                <a key={it.href} href={it.href}>
                  {it.label}
                </a>
              ))}
            </nav>
          </div>
        </header>
        <main id="main" className="plain-content" tabIndex={-1}>
          {children}
        </main>
        <footer className="plain-foot">
          <div>
            <span>{notice}</span>
            <a href="/plain">{t('portal.plain')}</a>
          </div>
        </footer>
        <Toasts />
      </div>
    </MarkProvider>
  );
}
