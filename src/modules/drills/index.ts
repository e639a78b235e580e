/** The door of the drills room: nothing of it but its doors and what changed is of use to others. */
export { drillsReactions } from './reactions.ts';
export { drillChanges } from './queries/changes.ts';
export { drillsRoutes } from './routes.ts';
