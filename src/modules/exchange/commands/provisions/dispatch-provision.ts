import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { dispatch, index, noteMode, recall, spokenReference, supersede } from '../../../circulation/index.ts';
import { warningsOf } from './traces/warnings.ts';
import { against, askSources } from '../source-approval/ask-sources.ts';
import { layInMode, type Way } from './ways.ts';
import { deskOf, type Work } from './work.ts';

/**
 * Sends an approved provision: tier by tier, or to all tiers at once. Twice is once. Where the mode was switched since, and
 * with it the tiers, it is laid anew instead of sent: its author sees whom it comes to now, and it is approved again.
 */
export const dispatchProvision = async (
  acting: Acting,
  provision: string,
): Promise<{ id: string; sentAt: string; recipients: number } | Refusal> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  const approval = await acting.db
    .selectFrom('exchange.approval')
    .select('accepted')
    .where('item', '=', work.item)
    .where('revision', '=', work.revision)
    .executeTakeFirst();
  if (approval === undefined) throw new Refusal('needs-second-person');
  const accepted = approval.accepted as { key: string }[];
  const standing = (await warningsOf(acting, work)).filter((w) => !accepted.some((a) => a.key === w.key));
  if (standing.length > 0) throw new Refusal('warnings-stand', { warnings: standing });

  const { mode, way, changed } = await layInMode(acting, work);
  if (changed && work.stage !== 'recall') return laidAnew(acting, work, mode);
  const waits = work.stage === 'recall' ? null : await waitsForSources(acting, work, way);
  if (waits !== null) return waits;
  await noteMode(acting, work.item, mode);
  await index(acting, work.item, `${spokenReference('provision', provision)}\n${work.title}\n${work.body}`);
  const due = work.acknowledge_by ?? way.due;
  if (work.stage === 'recall') {
    const told = await recall(acting, { item: work.item, due });
    await acting.record({
      fact: 'provision.recalled',
      subject: work.item,
      openTo: 'reached',
      detail: { tempo: 'direct' },
    });
    return { id: provision, sentAt: acting.now.toISOString(), recipients: told };
  }
  const recipients = await dispatch(acting, {
    item: work.item,
    tempo: work.tempo,
    due,
    relayWithin: way.relayWithin,
  });
  if (work.number > 1) await supersede(acting, work.item);
  await acting.record({
    fact: way.fact,
    subject: work.item,
    openTo: 'reached',
    detail: { tempo: work.tempo },
  });
  return { id: provision, sentAt: acting.now.toISOString(), recipients };
};

// A way that asks sources may be in force only since the approval: they are asked now, and asking stays though nothing is sent.
const waitsForSources = async (acting: Acting, work: Work, way: Way): Promise<Refusal | null> => {
  await askSources(acting, work.item, way);
  const stands = await against(acting, work.item);
  return stands === null ? null : new Refusal(stands);
};

// Given back and not thrown, so that what was laid stays: the approval was for another way and stands no longer.
const laidAnew = async (acting: Acting, work: Work, mode: string): Promise<Refusal> => {
  await acting.db
    .updateTable('exchange.provision_work')
    .set({ revision: work.revision + 1, updated_at: acting.now })
    .where('item', '=', work.item)
    .execute();
  await acting.record({ fact: 'provision.edited', subject: work.item });
  return new Refusal('way-changed', { mode });
};
