import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room. */
export const pages: readonly PageDef[] = [
  { path: '/drills', load: () => import('./Drills.tsx'), nav: { key: 'drills.nav', order: 70 } },
  { path: '/drills/new', load: () => import('./NewDrill.tsx') },
  { path: '/drills/$id', load: () => import('./Drill.tsx') },
];
