import { join } from '../../platform/http/door.ts';
import { acknowledge } from './commands/acknowledge.ts';
import { recordAttempt } from './commands/record-attempt.ts';
import { relay } from './commands/relay.ts';
import { takeWord } from './commands/take-word.ts';
import { circulationDoors, sightDoors, type SightKind } from './contract.ts';
import { calls, words } from './queries/calls.ts';
import { inbox } from './queries/inbox.ts';
import { sightBy, type SightSource } from './queries/sight.ts';
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

/** The door that says who sees a thing. `sources` are what rooms above answer for what is theirs. */
export const sightRoutes = (sources: Readonly<Record<SightKind, SightSource>>) => {
  const answer = sightBy(sources);
  return join(sightDoors, { showSight: (acting, { params }) => answer(acting, params.kind, params.id) });
};
