import type { PageDef } from '../../../portal/data/page.ts';

/** The desk: what waits for the acting seat. */
export const pages: readonly PageDef[] = [
  { path: '/', load: () => import('./Desk.tsx'), nav: { key: 'desk.nav', order: 0 } },
];
