import type { PageDef } from '../../../portal/data/page.ts';

/** The annual plan with its evidence, and one measure of it. */
export const pages: readonly PageDef[] = [
  { path: '/plan', load: () => import('./Plan.tsx'), nav: { key: 'progress.nav.plan', order: 300 } },
  { path: '/plan/$label', load: () => import('./Measure.tsx') },
];
