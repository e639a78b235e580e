/** The door of the mode room: in what mode something goes now. */
export { modeChanges } from './queries/changes.ts';
export { declarationNow } from './queries/declaration.ts';
export { modeFor } from './queries/show-mode.ts';
export { modeRoutes } from './routes.ts';
