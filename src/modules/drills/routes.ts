import { bound, join } from '../../platform/http/door.ts';
import { closeRemedy, decideRemedy, noteFinding, noteObservation } from './commands/note-lessons.ts';
import { planDrill } from './commands/plan-drill.ts';
import { confirmReview, writeReview } from './commands/record-review.ts';
import { takePlace } from './commands/take-place.ts';
import { turnDrill } from './commands/turn-drill.ts';
import { drillsDoors } from './contract.ts';
import { drillHere, drillSeats, listDrills, showDrill } from './queries/drills.ts';
import { drillLessons } from './queries/lessons.ts';
import { drillTimes } from './queries/times.ts';

/**
 * The doors of this room with what answers them. A drill is kept from the live realm; from inside one may say that something
 * real happens, leave, and note what one saw.
 */
export const drillsRoutes = bound(
  join(drillsDoors, {
    listDrills,
    planDrill: (acting, { body }) => planDrill(acting, body),
    drillHere,
    drillSeats: (acting, { query }) => drillSeats(acting, query),
    showDrill: (acting, { params }) => showDrill(acting, params.id),
    openDrill: (acting, { params, body }) => turnDrill(acting, params.id, 'opened', body?.note),
    callDrillOff: (acting, { params, body }) => turnDrill(acting, params.id, 'called-off', body?.note),
    pauseDrill: (acting, { params, body }) => turnDrill(acting, params.id, 'paused', body?.note),
    resumeDrill: (acting, { params, body }) => turnDrill(acting, params.id, 'resumed', body?.note),
    closeDrill: (acting, { params, body }) => turnDrill(acting, params.id, 'closed', body?.note),
    callReal: (acting, { params, body }) => turnDrill(acting, params.id, 'real', body?.note),
    enterDrill: (acting, { params }) => takePlace(acting, params.id, 'entered'),
    leaveDrill: (acting, { params }) => takePlace(acting, params.id, 'left'),
    drillTimes: (acting, { params }) => drillTimes(acting, params.id),
    drillLessons: (acting, { params }) => drillLessons(acting, params.id),
    noteObservation: (acting, { params, body }) => noteObservation(acting, params.id, body),
    noteFinding: (acting, { params, body }) => noteFinding(acting, params.id, body),
    decideRemedy: (acting, { params, body }) => decideRemedy(acting, params, body),
    closeRemedy: (acting, { params, body }) => closeRemedy(acting, params, body.evidence),
    writeReview: (acting, { params, body }) => writeReview(acting, params.id, body),
    confirmReview: (acting, { params }) => confirmReview(acting, params.id),
  }),
  {
    live: [
      'planDrill',
      'openDrill',
      'callDrillOff',
      'pauseDrill',
      'resumeDrill',
      'closeDrill',
      'enterDrill',
      'noteFinding',
      'decideRemedy',
      'closeRemedy',
      'writeReview',
      'confirmReview',
    ],
  },
);
