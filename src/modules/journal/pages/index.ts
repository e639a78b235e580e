import type { PageDef } from '../../../portal/data/page.ts';

/** The record: what one did and what reached one, each with its proof. */
export const pages: readonly PageDef[] = [
  { path: '/record', load: () => import('./Record.tsx'), nav: { key: 'journal.nav.record', order: 310 } },
];
