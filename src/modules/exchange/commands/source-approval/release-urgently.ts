import { sql } from 'kysely';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { namesIn } from '../provisions/traces/names.ts';
import { deskOf } from '../provisions/work.ts';
import { against } from './ask-sources.ts';

/**
 * A second person, who had no hand in the text, lets it go without waiting for its sources. Every source that was asked reads
 * the reason, so it may name nobody. It is for this text alone, and goes over no objection.
 */
export const releaseUrgently = async (
  acting: Acting,
  provision: string,
  reason: string,
): Promise<{ id: string; at: string }> => {
  const work = await deskOf(acting, provision, 'lock');
  if (work.sent !== null) throw new Refusal('already-sent');
  const hand = await acting.db
    .selectFrom('exchange.provision_editor')
    .select('person')
    .where('item', '=', work.item)
    .where('person', '=', acting.person)
    .executeTakeFirst();
  if (hand !== undefined || !acting.may('approve-provisions')) throw new Refusal('needs-second-person');
  const stands = await against(acting, work.item);
  if (stands === 'source-objected') throw new Refusal('source-objected');
  const { rows } = await sql<{ shown: Buffer }>`
    select a.shown from exchange.asking a
     where a.item = ${work.item} and exchange.asking_state(a.id, ${acting.now}) <> 'replaced' limit 1`.execute(
    acting.db,
  );
  if (stands === null || rows[0] === undefined) throw new Refusal('nothing-waits');
  if ((await namesIn(acting, reason)).length > 0) throw new Refusal('reason-names-body');
  await acting.db
    .insertInto('exchange.urgent_release')
    .values({ item: work.item, shown: rows[0].shown, seat: acting.seat, person: acting.person, reason, at: acting.now })
    .execute();
  await acting.record({ fact: 'source-approval.waived', subject: work.item });
  return { id: provision, at: acting.now.toISOString() };
};
