/** The door of this room. */
export { tellConcerned } from './commands/tell-concerned.ts';
export { breakglassReactions } from './reactions.ts';
export { breakglassRoutes } from './routes.ts';
