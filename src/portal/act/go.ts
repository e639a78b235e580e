import { useRouter } from '@tanstack/react-router';
import type { AnyRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Opens a page of the portal. */
export const useGo = (): ((href: string, how?: { replace?: boolean }) => void) => {
  const router = useRouter();
  return useCallback(
    (href, how) => (how?.replace === true ? router.history.replace(href) : router.history.push(href)),
    [router],
  );
};

/** The link of the portal that an event happened on, if it is one the portal opens itself. */
const linkOf = (event: Event): HTMLAnchorElement | null => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || link.origin !== location.origin || link.target !== '' || link.hasAttribute('download'))
    return null;
  return /^\/(?:api|plain)(?:\/|$)/u.test(link.pathname) ? null : link;
};

/** Makes every plain link of the portal a navigation within it, and fetches the page's code when the pointer comes near. */
export const carryLinks = (router: AnyRouter): void => {
  document.addEventListener('click', (event) => {
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey
    )
      return;
    const link = linkOf(event);
    if (link === null || (link.hash !== '' && link.pathname === location.pathname)) return;
    event.preventDefault();
    router.history.push(link.pathname + link.search + link.hash);
  });
  document.addEventListener('pointerover', (event) => {
    const link = linkOf(event);
    if (link !== null) void router.preloadRoute({ to: link.pathname } as never).catch(() => {});
  });
};
