import { Refusal } from '../../../../../kernel/refusal.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { attach, holdFile, type Looked } from '../../../../files/index.ts';
import type { BroughtFile } from '../../../../files/contract.ts';
import { deskOf, noteHand } from '../work.ts';

/** Attaches a file that was looked through to a draft. Like any change it voids an approval. */
export const attachFile = async (
  acting: Acting,
  provision: string,
  looked: Looked,
): Promise<BroughtFile & { revision: number }> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  const brought = await holdFile(acting, work.item, looked);
  await attach(acting, work.item, [brought.id]);
  const revision = await noteHand(acting, work);
  await acting.record({ fact: 'provision.file-attached', subject: work.item, detail: { kind: looked.kind } });
  return { ...brought, revision };
};
