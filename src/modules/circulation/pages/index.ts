import type { PageDef } from '../../../portal/data/page.ts';

/** The desk: what waits for the acting seat. */
export const pages: readonly PageDef[] = [
  { path: '/', load: () => import('./Desk.tsx'), nav: { key: 'circulation.nav.desk', order: 0 } },
  { path: '/calls', load: () => import('./calls/Calls.tsx') },
];
