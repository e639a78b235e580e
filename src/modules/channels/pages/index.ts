import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room: threads, and the spaces in which they stand. */
export const pages: readonly PageDef[] = [
  {
    path: '/channels',
    load: () => import('./Channels.tsx'),
    nav: { key: 'channels.nav', order: 40, may: 'take-part' },
  },
  { path: '/channels/new', load: () => import('./NewThread.tsx') },
  { path: '/channels/$id', load: () => import('./Thread.tsx') },
  {
    path: '/views',
    load: () => import('./Views.tsx'),
    nav: { key: 'channels.views', order: 45, may: ['file-reports', 'relay-provisions', 'relay-reports'] },
  },
  { path: '/views/new', load: () => import('./AskViews.tsx') },
  { path: '/views/$id', load: () => import('./ViewExchange.tsx') },
  { path: '/spaces/new', load: () => import('./NewSpace.tsx') },
  { path: '/spaces/$id', load: () => import('./Space.tsx') },
];
