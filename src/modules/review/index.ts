/** The door of the review room: the figures of the regime, what is published of them, and what was made of them. */
export { quartersSince } from './rules.ts';
export { reviewRoutes } from './routes.ts';
