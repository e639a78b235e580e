import { Refusal } from '../../../../../kernel/refusal.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { detach } from '../../../../files/index.ts';
import { deskOf, noteHand } from '../work.ts';

/** Takes a file off a draft. Like any change it voids an approval. */
export const takeOffFile = async (
  acting: Acting,
  provision: string,
  attachment: string,
): Promise<{ revision: number }> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  await detach(acting, work.item, attachment);
  const revision = await noteHand(acting, work);
  await acting.record({ fact: 'provision.file-taken-off', subject: work.item });
  return { revision };
};
