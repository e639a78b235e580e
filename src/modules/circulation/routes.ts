import { join } from '../../platform/http/door.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { recordAttempt } from './commands/record-attempt.ts';
import { relay } from './commands/relay.ts';
import { takeWord } from './commands/take-word.ts';
import { circulationDoors } from './contract.ts';
import { calls, words } from './queries/calls.ts';
import { inbox } from './queries/inbox.ts';
import { waiting } from './queries/waiting.ts';

/** The circulation room's doors and what answers them. */
export const circulationRoutes = join(circulationDoors, {
  inbox: (acting, { query }) => inbox(acting, query),
  acknowledge: (acting, { params, body }) => acknowledge(acting, params.id, body),
  relay: (acting, { params }) => relay(acting, params.id),
  recordAttempt: (acting, { params, body }) => recordAttempt(acting, params.id, body),
  listCalls: (acting) => calls(acting),
  takeWord: (acting, { params, body }) => takeWord(acting, params.id, body),
  showWords: (acting, { params }) => words(acting, params.id),
  waiting: (acting) => waiting(acting),
});
