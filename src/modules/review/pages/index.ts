import type { PageDef } from '../../../portal/data/page.ts';

/** The figures of the regime, and what is published of them. */
export const pages: readonly PageDef[] = [
  {
    path: '/figures',
    load: () => import('./Figures.tsx'),
    nav: { key: 'review.nav.figures', order: 310, may: 'read-figures' },
  },
  { path: '/releases', load: () => import('./Releases.tsx'), nav: { key: 'review.nav.releases', order: 320 } },
  { path: '/releases/$id', load: () => import('./Release.tsx') },
  {
    path: '/showcases',
    load: () => import('./Showcases.tsx'),
    nav: { key: 'review.nav.showcases', order: 330, may: ['relay-provisions', 'draft-provisions'] },
  },
  { path: '/showcases/new', load: () => import('./NewShowcase.tsx') },
  { path: '/showcases/$id', load: () => import('./Showcase.tsx') },
];
