import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room. */
export const pages: readonly PageDef[] = [
  {
    path: '/situations',
    load: () => import('./Situations.tsx'),
    nav: { key: 'situations.nav', order: 50, may: 'share-picture' },
    desk: { load: () => import('./ReportsDue.tsx'), may: ['keep-situations'] },
  },
  { path: '/situations/new', load: () => import('./NewSituation.tsx') },
  { path: '/situations/$id', load: () => import('./Situation.tsx') },
  { path: '/situations/$id/reports', load: () => import('./Grouping.tsx') },
  { path: '/situation-reports/$id', load: () => import('./SituationReport.tsx') },
];
