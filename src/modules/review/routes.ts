import { join } from '../../platform/http/door.ts';
import { theProgramme } from '../programme/index.ts';
import { prepareRelease } from './commands/prepare-release.ts';
import { publishRelease } from './commands/publish-release.ts';
import { recordFinding } from './commands/record-finding.ts';
import { answerShowcase } from './commands/answer-showcase.ts';
import { publishShowcase } from './commands/publish-showcase.ts';
import { writeShowcase } from './commands/write-showcase.ts';
import { reviewDoors } from './contract.ts';
import { listShowcases, showShowcase } from './queries/showcases.ts';
import { figures, listFindings, listReleases, showRelease } from './queries/figures.ts';

/** The review room's doors and what answers them. */
export const reviewRoutes = join(reviewDoors, {
  listShowcases: async (acting) => ({ items: await listShowcases(acting), next: null }),
  showShowcase: (acting, { params }) => showShowcase(acting, params.id),
  writeShowcase: (acting, { body }) => writeShowcase(acting, body),
  publishShowcase: (acting, { params }) => publishShowcase(acting, params.id),
  answerShowcase: (acting, { params, body }) => answerShowcase(acting, params.id, body.state),
  figures: (acting, { query }) => figures(acting, theProgramme(), query.year),
  listReleases: async (acting) => ({ items: await listReleases(acting), next: null }),
  showRelease: (acting, { params }) => showRelease(acting, params.id),
  prepareRelease: (acting, { body }) => prepareRelease(acting, theProgramme(), body),
  publishRelease: (acting, { params }) => publishRelease(acting, params.id),
  listFindings: async (acting) => ({ items: await listFindings(acting), next: null }),
  recordFinding: (acting, { body }) => recordFinding(acting, body),
});
