import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room: reports upwards, provisions downwards, and finding either. */
export const pages: readonly PageDef[] = [
  {
    path: '/reports',
    load: () => import('./lists/Reports.tsx'),
    nav: {
      key: 'exchange.nav.reports',
      order: 20,
      may: ['file-reports', 'relay-reports', 'triage-reports', 'relay-provisions'],
    },
  },
  { path: '/reports/new', load: () => import('./report-compose/NewReport.tsx') },
  { path: '/reports/enter', load: () => import('./report-compose/entry/EnterReport.tsx') },
  { path: '/reports/$id', load: () => import('./report/Report.tsx') },
  { path: '/reports/$id/version', load: () => import('./report-compose/NewVersion.tsx') },
  { path: '/reports/$id/print', load: () => import('./report/PrintReport.tsx'), bare: true },
  {
    path: '/obligations',
    load: () => import('./obligations/Obligations.tsx'),
    nav: { key: 'exchange.nav.obligations', order: 25, may: ['file-reports', 'relay-reports'] },
    desk: { load: () => import('./obligations/DutiesNear.tsx'), may: ['file-reports', 'relay-reports'] },
  },
  {
    path: '/provisions',
    load: () => import('./lists/Provisions.tsx'),
    nav: { key: 'exchange.nav.provisions', order: 30, may: ['receive-provisions', 'draft-provisions'] },
  },
  { path: '/provisions/new', load: () => import('./provision-compose/NewProvision.tsx') },
  { path: '/provisions/$id', load: () => import('./provision/Provision.tsx') },
  { path: '/provisions/$id/edit', load: () => import('./provision-compose/EditProvision.tsx') },
  { path: '/provisions/$id/circulation', load: () => import('./circulation/Circulation.tsx') },
  {
    path: '/source-approvals',
    load: () => import('./sources/approvals/SourceApprovals.tsx'),
    nav: { key: 'exchange.nav.source-approvals', order: 26, may: ['file-reports', 'relay-reports'] },
  },
  { path: '/source-approvals/$id', load: () => import('./sources/approvals/SourceApproval.tsx') },
  {
    path: '/offerings',
    load: () => import('./sources/offerings/Offerings.tsx'),
    nav: { key: 'exchange.nav.offerings', order: 34, may: ['keep-agreements', 'triage-reports'] },
  },
  { path: '/offerings/new', load: () => import('./sources/offerings/Give.tsx') },
  { path: '/offerings/$id', load: () => import('./sources/offerings/Offering.tsx') },
  { path: '/search', load: () => import('./lists/Search.tsx') },
];
