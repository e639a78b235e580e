import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { deskOf } from './work.ts';

/** Asks the other persons of the desk to approve a draft. */
export const askApproval = async (acting: Acting, provision: string): Promise<{ id: string; askedAt: string }> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  await acting.db
    .updateTable('exchange.provision_work')
    .set({ asked_at: acting.now })
    .where('item', '=', work.item)
    .execute();
  await acting.record({ fact: 'provision.approval-asked', subject: work.item });
  return { id: provision, askedAt: acting.now.toISOString() };
};
