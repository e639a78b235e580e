import { Refusal } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { carryOneHop } from '../../../circulation/index.ts';
import type { Telling } from './regime.ts';
import { copyCapacity, hopsOf, theProgramme } from '../../../programme/index.ts';

/**
 * Carries a version to the first tier, and tells those who may know whose it is: the ministry always, the CEPTOAR when
 * it gets a copy; anyone further only by the ledger of consent. Gives the names of the seats it went to.
 */
export const carryUp = async (
  acting: Acting,
  it: { report: string; item: string; sector: string; route: Telling['route']; mode: string; copied: boolean },
): Promise<string[]> => {
  const programme = theProgramme();
  const hops = hopsOf(programme, it.route, it.mode, acting.now);
  const first = hops[0];
  if (first === undefined) throw new Refusal('no-ministry');
  const copy = it.copied ? copyCapacity(programme, it.mode, acting.now) : null;
  const reached = await carryOneHop(acting, {
    item: it.item,
    sector: it.sector,
    copy,
    acknowledge: first.acknowledge?.within ?? null,
    relay: first.relay?.within ?? null,
  });
  const seats = await acting.db
    .selectFrom('parties.seat')
    .innerJoin('parties.body', 'parties.body.id', 'parties.seat.body')
    .select(['parties.seat.id', 'parties.seat.capacity', 'parties.body.name_ja'])
    .where('parties.seat.id', 'in', reached.length === 0 ? [it.item] : reached)
    .execute();
  if (!seats.some((s) => s.capacity === first.to)) throw new Refusal('no-ministry');
  await acting.db
    .insertInto('exchange.source_reader')
    .values(
      seats.map((s) => ({ report: it.report, reader: s.id, thread: s.capacity === first.to, told_at: acting.now })),
    )
    .onConflict((c) => c.doNothing())
    .execute();
  return seats.map((s) => s.name_ja);
};
