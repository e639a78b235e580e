import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room: what one was told of, and how one wants to be told. */
export const pages: readonly PageDef[] = [
  { path: '/notices', load: () => import('./Notices.tsx') },
  { path: '/notices/settings', load: () => import('./Settings.tsx') },
];
