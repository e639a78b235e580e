import { join } from '../../platform/http/door.ts';
import { theProgramme } from '../programme/index.ts';
import { progressDoors } from './contract.ts';
import { measures } from './queries.ts';

/** The progress room's doors and what answers them. */
export const progressRoutes = join(progressDoors, {
  measures: (acting, { query }) => measures(acting, theProgramme(), query),
});
