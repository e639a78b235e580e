/** The door of the progress room: the plan with its evidence. */
export { progressRoutes } from './routes.ts';
