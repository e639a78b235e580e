/** The door of the circulation room: what other rooms may do with things that circulate. */
export { carryIn } from './commands/carry-in.ts';
export { acknowledge } from './commands/acknowledge.ts';
export { handOver } from './commands/hand-over.ts';
export {
  askBelow,
  askNoMore,
  askUntil,
  carryBeside,
  carryOneHop,
  dispatch,
  index,
  layBeside,
  layTiers,
  noteAnswer,
  noteMode,
  setAudience,
} from './commands/circulate.ts';
export { recall, supersede } from './commands/follow.ts';
export { open } from './commands/open.ts';
export { passOn, relay } from './commands/relay.ts';
export { circulation } from './queries/circulation.ts';
export { inbox } from './queries/inbox.ts';
export { waiting } from './queries/waiting.ts';
export { holders, leftOut, recipients, type Recipient } from './queries/recipients.ts';
export { changesSince } from './queries/changes.ts';
export { meantBy, referenceOf, refuseWeakSignIn, spokenReference } from './rules.ts';
export { itemSight, plainRow, type SightSource } from './queries/sight.ts';
export { circulationRoutes, sightRoutes } from './routes.ts';
export { deliverLate } from './commands/deliver-late.ts';
export { escalate } from './commands/escalate.ts';
export { remind } from './commands/remind.ts';
export { circulationReactions } from './reactions.ts';
