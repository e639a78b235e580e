import { join } from '../../platform/http/door.ts';
import { beginAct } from './commands/begin-act.ts';
import { confirmAct } from './commands/confirm-act.ts';
import { join as takePlace } from './commands/join.ts';
import { withdrawAct } from './commands/withdraw-act.ts';
import { modeDoors } from './contract.ts';
import { listActs } from './queries/acts.ts';
import { showMode } from './queries/show-mode.ts';

/** The doors of this room with what answers them. */
export const modeRoutes = join(modeDoors, {
  showMode,
  listModeActs: listActs,
  beginModeAct: (acting, { body }) => beginAct(acting, body),
  confirmModeAct: (acting, { params }) => confirmAct(acting, params.id),
  withdrawModeAct: (acting, { params }) => withdrawAct(acting, params.id),
  joinMode: (acting) => takePlace(acting),
});
