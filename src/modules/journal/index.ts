/** The door of the journal room: its doors, and sealing. */
export { journalRoutes } from './routes.ts';
export type { Signer } from './sealing/note.ts';
export { openSigner } from './sealing/open.ts';
export { seal } from './sealing/seal.ts';
export { verifyJournal } from './sealing/verify.ts';
