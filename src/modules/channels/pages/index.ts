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
    load: () => import('./views/Views.tsx'),
    nav: { key: 'channels.views', order: 45, may: ['file-reports', 'relay-provisions', 'relay-reports'] },
  },
  { path: '/views/new', load: () => import('./views/AskViews.tsx') },
  { path: '/views/$id', load: () => import('./views/ViewExchange.tsx') },
  {
    path: '/inquiries',
    load: () => import('./inquiries/Inquiries.tsx'),
    nav: { key: 'channels.inquiries', order: 42, may: 'take-part' },
  },
  { path: '/inquiries/new', load: () => import('./inquiries/AskInquiry.tsx') },
  { path: '/inquiries/$id', load: () => import('./inquiries/Inquiry.tsx') },
  {
    path: '/supports',
    load: () => import('./supports/Supports.tsx'),
    nav: { key: 'channels.supports', order: 46, may: 'take-part' },
  },
  { path: '/supports/new', load: () => import('./supports/BeginSupport.tsx') },
  { path: '/supports/$id', load: () => import('./supports/Support.tsx') },
  { path: '/spaces/new', load: () => import('./NewSpace.tsx') },
  { path: '/spaces/$id', load: () => import('./Space.tsx') },
];
