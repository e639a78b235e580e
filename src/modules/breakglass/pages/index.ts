import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room. Whom an opening concerns finds them from the notice. */
export const pages: readonly PageDef[] = [
  {
    path: '/break-glass',
    load: () => import('./BreakGlass.tsx'),
    nav: { key: 'breakglass.nav', order: 75, may: ['ask-break-glass', 'allow-break-glass', 'audit-break-glass'] },
  },
  { path: '/break-glass/new', load: () => import('./AskBreakGlass.tsx') },
  { path: '/break-glass/$id', load: () => import('./Request.tsx') },
];
