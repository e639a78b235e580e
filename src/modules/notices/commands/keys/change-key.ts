import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** Chooses whether mail that is encrypted to one's key may say what waits. */
export const chooseContent = async (acting: Acting, content: boolean): Promise<void> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('notices.mail_key')
    .set({ content })
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
};

/** Takes one's key back: from now on mail holds no content. */
export const takeBackKey = async (acting: Acting): Promise<void> => {
  const { numDeletedRows } = await acting.db
    .deleteFrom('notices.mail_key')
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
  await acting.record({ fact: 'mail-key.removed', subject: acting.person });
};
