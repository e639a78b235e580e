import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { holders, recipients } from '../../../circulation/index.ts';
import type { ApprovalInput } from '../../shapes/provision.ts';
import { askSources } from '../source-approval/ask-sources.ts';
import { warningsOf } from './traces/warnings.ts';
import { wayNow } from './ways.ts';
import { deskOf } from './work.ts';

/**
 * A second person approves a provision as it stands, each standing warning accepted with a reason. Where its way says so, the
 * sources of the reports it was made from are then shown the text.
 */
export const approveProvision = async (
  acting: Acting,
  provision: string,
  input: ApprovalInput | undefined,
): Promise<{ id: string; approvedAt: string; revision: number }> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  const hand = await acting.db
    .selectFrom('exchange.provision_editor')
    .select('person')
    .where('item', '=', work.item)
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (hand !== undefined || !acting.may('approve-provisions')) throw new Refusal('needs-second-person');
  if (input?.revision !== undefined && input.revision !== work.revision)
    throw new Refusal('stale', { revision: work.revision }, 412);
  const to = work.stage === 'recall' ? holders : recipients;
  if ((await to(acting, work.item)).length === 0) throw new Refusal('audience-empty');
  const accepted = input?.accept ?? [];
  const standing = (await warningsOf(acting, work)).filter((w) => !accepted.some((a) => a.key === w.key));
  if (standing.length > 0) throw new Refusal('warnings-stand', { warnings: standing });

  const before = await acting.db
    .selectFrom('exchange.approval')
    .select('at')
    .where('item', '=', work.item)
    .where('revision', '=', work.revision)
    .executeTakeFirst();
  if (before !== undefined) return { id: provision, approvedAt: before.at.toISOString(), revision: work.revision };
  await acting.db
    .insertInto('exchange.approval')
    .values({
      item: work.item,
      revision: work.revision,
      seat: acting.seat,
      person: acting.person,
      accepted: JSON.stringify(accepted),
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'provision.approved', subject: work.item, detail: { accepted: accepted.length } });
  if (work.stage !== 'recall') await askSources(acting, work.item, (await wayNow(acting, work)).way);
  return { id: provision, approvedAt: acting.now.toISOString(), revision: work.revision };
};
