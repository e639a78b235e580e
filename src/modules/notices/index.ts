/** The door of the notices room: what composes the house may ask of it. */
export { letterRefused, takeBounce } from './mail/back/address-fails.ts';
export { isAutomatic } from './mail/back/read-reply.ts';
export type { ReturnTokens } from './mail/back/return-paths.ts';
export { takeReply } from './mail/back/take-reply.ts';
export { hushAbout, tellSeats } from './commands/tell-seats.ts';
export { installPush } from './commands/devices/push-way.ts';
export { installTrust } from './commands/keys/trust.ts';
export { chaseKeys } from './mail/chase-keys.ts';
export { composeMail, sweepNotices } from './mail/compose.ts';
export { type Pusher, pushNotices } from './mail/push.ts';
export type { Office } from './mail/letter.ts';
export { noticeChanges } from './queries/notices.ts';
export { noticesReactions, type Ways } from './reactions.ts';
export { noticesRoutes } from './routes.ts';
