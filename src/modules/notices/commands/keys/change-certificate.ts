import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** Chooses whether mail that is encrypted to one's certificate may say what waits. */
export const chooseCertificateContent = async (acting: Acting, content: boolean): Promise<void> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('notices.mail_certificate')
    .set({ content })
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
};

/** Takes one's certificate back. */
export const takeBackCertificate = async (acting: Acting): Promise<void> => {
  const { numDeletedRows } = await acting.db
    .deleteFrom('notices.mail_certificate')
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw notFound();
  await acting.record({ fact: 'mail-certificate.removed', subject: acting.person });
};
