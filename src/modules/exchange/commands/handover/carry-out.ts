import { sql } from 'kysely';
import type { Clock } from '../../../../kernel/time.ts';
import type { Db, Transaction } from '../../../../platform/database.ts';
import { handOver } from '../../../circulation/index.ts';
import { tellDuties } from '../obligations/tell-duties.ts';
import { takeDueHandovers } from '../../../parties/index.ts';
import type { Reaction } from '../../../../platform/work/reactions.ts';

/**
 * Carries out the handovers whose day has come: what was still to be passed on goes to the successor, with the source and
 * the conversation of those reports alone. It asks for nobody at the old seat, so nothing is lost when it stands empty.
 */
const carryOutHandovers = async (db: Transaction, now: Date): Promise<number> => {
  const due = await takeDueHandovers(db, now);
  for (const it of due) {
    await handOver(db, { handover: it.id, seat: it.seat, person: it.person }, now);
    await sql`select exchange.hand_over(${it.id}, ${now})`.execute(db);
  }
  return due.length;
};

/** The same by the clock, for a day that has come without an act. */
export const carryOutOnTheDay = (db: Db, clock: Clock): Promise<number> =>
  db.transaction().execute((tx) => carryOutHandovers(tx, clock.now()));

/** A handover that begins today is carried out when its second person confirms it; later days are the clock's. */
const handOverNow: Reaction = {
  name: 'exchange.hand-over',
  on: ['handover.confirmed'],
  react: async ({ db, now }) => void (await carryOutHandovers(db, now)),
};

/** All reactions of the exchange. `ways`: whether notices become mail here. */
export const exchangeReactions = (ways: { readonly mail: boolean }): readonly Reaction[] => [
  handOverNow,
  tellDuties(ways),
];
