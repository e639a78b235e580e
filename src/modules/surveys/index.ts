/** The door of the surveys room: nothing of it but its doors and what changed is of use to others. */
export { surveyChanges } from './queries/changes.ts';
export { surveysRoutes } from './routes.ts';
