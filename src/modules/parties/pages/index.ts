import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room: getting in, oneself, people and how to reach them, accounts. */
export const pages: readonly PageDef[] = [
  { path: '/sign-in', load: () => import('./SignIn.tsx'), bare: true },
  { path: '/invitation', load: () => import('./Join.tsx'), bare: true },
  { path: '/recovery', load: () => import('./sign-in/Recover.tsx'), bare: true },
  { path: '/people', load: () => import('./people/People.tsx'), nav: { key: 'parties.nav.people', order: 200 } },
  { path: '/successions', load: () => import('./people/succession/Successions.tsx') },
  {
    path: '/agreements',
    load: () => import('./agreements/Agreements.tsx'),
    nav: { key: 'parties.nav.agreements', order: 205, may: 'keep-agreements' },
  },
  { path: '/agreements/new', load: () => import('./agreements/Propose.tsx') },
  { path: '/agreements/$id', load: () => import('./agreements/Agreement.tsx') },
  { path: '/me', load: () => import('./Me.tsx'), nav: { key: 'parties.nav.me', order: 210 } },
  { path: '/keys', load: () => import('./Keys.tsx'), nav: { key: 'parties.nav.keys', order: 220 } },
  {
    path: '/accounts',
    load: () => import('./Accounts.tsx'),
    nav: { key: 'parties.nav.accounts', order: 230, may: 'manage-accounts' },
  },
  {
    path: '/handovers',
    load: () => import('./accounts/handover/Handovers.tsx'),
    nav: { key: 'parties.nav.handovers', order: 240, may: 'confirm-handover' },
  },
];
