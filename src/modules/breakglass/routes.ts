import { join } from '../../platform/http/door.ts';
import { askBreakGlass } from './commands/ask-break-glass.ts';
import { decideBreakGlass } from './commands/decide-break-glass.ts';
import { endBreakGlass } from './commands/end-break-glass.ts';
import { readBreakGlass } from './commands/read-break-glass.ts';
import { breakglassDoors } from './contract.ts';
import { breakGlassTerms, listBreakGlass, showBreakGlass } from './queries/requests.ts';

/** The doors of this room with what answers them. */
export const breakglassRoutes = join(breakglassDoors, {
  listBreakGlass: (acting, { query }) => listBreakGlass(acting, query),
  breakGlassTerms: (acting) => breakGlassTerms(acting),
  askBreakGlass: (acting, { body }) => askBreakGlass(acting, body),
  showBreakGlass: (acting, { params }) => showBreakGlass(acting, params.id),
  decideBreakGlass: (acting, { params, body }) => decideBreakGlass(acting, params.id, body),
  readBreakGlass: (acting, { params }) => readBreakGlass(acting, params.id),
  endBreakGlass: (acting, { params }) => endBreakGlass(acting, params.id),
});
