import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room. */
export const pages: readonly PageDef[] = [
  { path: '/mode', load: () => import('./Mode.tsx'), nav: { key: 'mode.nav', order: 60 } },
];
