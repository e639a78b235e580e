/** The door of the files room: what rooms that send something may do with files. Pages enter by `pages/index.ts`. */
export { attach, attachAsBefore, detach } from './commands/attach.ts';
export { holdFile } from './commands/hold.ts';
export { sweepFiles } from './jobs.ts';
export { lookApart } from './look/apart.ts';
export type { Looked } from './look/look.ts';
export { filesOf } from './queries.ts';
export { filesRoutes } from './routes.ts';
