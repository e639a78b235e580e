import type { PageDef } from '../../../portal/data/page.ts';

/** The pages of this room. */
export const pages: readonly PageDef[] = [
  {
    path: '/surveys',
    load: () => import('./Surveys.tsx'),
    nav: { key: 'surveys.nav', order: 65, may: ['plan-surveys', 'answer-surveys', 'relay-provisions'] },
  },
  { path: '/surveys/new', load: () => import('./NewSurvey.tsx') },
  { path: '/surveys/$id', load: () => import('./Survey.tsx') },
  { path: '/surveys/$id/answer', load: () => import('./Answer.tsx') },
  { path: '/surveys/$id/answers/$answer', load: () => import('./Submission.tsx') },
  {
    path: '/profiles',
    load: () => import('./profile/Profiles.tsx'),
    nav: { key: 'surveys.nav.profiles', order: 66, may: ['plan-surveys', 'relay-provisions'] },
  },
  { path: '/profiles/$id', load: () => import('./profile/Profile.tsx') },
];
