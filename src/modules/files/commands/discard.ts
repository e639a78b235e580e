import type { Acting } from '../../../platform/acting.ts';

/** Throws a file away that one holds. One that is not there, or is another's, is not there: nothing happens either way. */
export const discardFile = async (acting: Acting, id: string): Promise<null> => {
  await acting.db.deleteFrom('files.held').where('id', '=', id).execute();
  return null;
};
