/** The door of the situations room. */
export { situationChanges } from './queries/changes.ts';
export { situationsRoutes } from './routes.ts';
