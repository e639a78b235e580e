import type { Acting } from '../../../platform/acting.ts';

/** Throws a draft of one's own away; one that is not there is already thrown away. */
export const discardDraft = async (acting: Acting, id: string): Promise<null> => {
  await acting.db.deleteFrom('forms.draft').where('id', '=', id).execute();
  return null;
};
