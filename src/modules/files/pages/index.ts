/** The door for pages of other rooms: the files of something, and the place where they are put. */
export { Attachments } from './Attachments.tsx';
export { FileDrop } from './FileDrop.tsx';
export { HeldFiles, useHeldFiles } from './held.tsx';
