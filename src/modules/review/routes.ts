import { join } from '../../platform/http/door.ts';
import { theProgramme } from '../programme/index.ts';
import { prepareRelease } from './commands/prepare-release.ts';
import { publishRelease } from './commands/publish-release.ts';
import { recordFinding } from './commands/record-finding.ts';
import { reviewDoors } from './contract.ts';
import { figures, listFindings, listReleases, showRelease } from './queries.ts';

/** The review room's doors and what answers them. */
export const reviewRoutes = join(reviewDoors, {
  figures: (acting, { query }) => figures(acting, theProgramme(), query.year),
  listReleases: async (acting) => ({ items: await listReleases(acting), next: null }),
  showRelease: (acting, { params }) => showRelease(acting, params.id),
  prepareRelease: (acting, { body }) => prepareRelease(acting, theProgramme(), body),
  publishRelease: (acting, { params }) => publishRelease(acting, params.id),
  listFindings: async (acting) => ({ items: await listFindings(acting), next: null }),
  recordFinding: (acting, { body }) => recordFinding(acting, body),
});
