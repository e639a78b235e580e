import type { PageDef } from '../../../portal/data/page.ts';

/** Whom to telephone now. */
export const pages: readonly PageDef[] = [{ path: '/calls', load: () => import('./calls/Calls.tsx') }];

export { Sight } from './sight/Sight.tsx';
