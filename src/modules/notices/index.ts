/** The door of the notices room: what composes the house may ask of it. */
export { chaseKeys } from './mail/chase-keys.ts';
export { composeMail, sweepNotices } from './mail/compose.ts';
export type { Office } from './mail/letter.ts';
export { noticeChanges } from './queries/notices.ts';
export { noticesReactions, type Ways } from './reactions.ts';
export { noticesRoutes } from './routes.ts';
