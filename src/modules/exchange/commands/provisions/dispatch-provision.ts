import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { modeFor } from '../../../mode/index.ts';
import {
  dispatch,
  index,
  noteMode,
  recall,
  recipients as recipientsOf,
  spokenReference,
  supersede,
} from '../../../circulation/index.ts';
import { warningsOf } from './traces/warnings.ts';
import { deskOf } from './work.ts';
import { wayOf } from './ways.ts';

/** Sends an approved provision: tier by tier, or to all tiers at once. Twice is once. */
export const dispatchProvision = async (
  acting: Acting,
  provision: string,
): Promise<{ id: string; sentAt: string; recipients: number }> => {
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

  const receiving = await recipientsOf(acting, work.item);
  const mode = await modeFor(
    acting,
    receiving.map((r) => r.sector),
  );
  await noteMode(acting, work.item, mode);
  const way = wayOf(acting, work.kind, work.tempo, mode);
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
