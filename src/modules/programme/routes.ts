import { join } from '../../platform/http/door.ts';
import { programmeDoors } from './contract.ts';
import { theProgramme } from './current.ts';
import { overview } from './queries.ts';

/** Joins the doors of this room to what answers them. */
export const programmeRoutes = join(programmeDoors, {
  programme: async (acting) => overview(theProgramme(), acting.now),
});
