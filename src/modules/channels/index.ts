/** The door of the channels: the places in which seats talk, for the rooms that stand on them. */
export { establishSpaces } from './commands/establish-spaces.ts';
export { channelChanges } from './queries/changes.ts';
export { inquirySight, supportSight, threadSight } from './queries/sight.ts';
export { channelsRoutes } from './routes.ts';
