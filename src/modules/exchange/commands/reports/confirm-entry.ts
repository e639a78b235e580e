import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { followObligations } from '../obligations/follow.ts';

/**
 * The body in whose name a report was typed in says that it is right; the duties that it brings are counted from then on.
 * Done twice it is done once.
 */
export const confirmEntry = async (acting: Acting, report: string): Promise<{ id: string; at: string }> => {
  const mine = await acting.db
    .selectFrom('exchange.source as s')
    .innerJoin('exchange.entry as e', 'e.report', 's.report')
    .leftJoin('exchange.confirmation as c', 'c.report', 's.report')
    .select(['e.item', 'c.at'])
    .where('s.report', '=', report)
    .where('s.seat', '=', acting.seat)
    .executeTakeFirst();
  if (mine === undefined) throw notFound();
  if (mine.at !== null) return { id: report, at: mine.at.toISOString() };
  await confirmed(acting, report);
  await followObligations(acting, report, mine.item);
  await acting.record({ fact: 'report.confirmed', subject: mine.item });
  return { id: report, at: acting.now.toISOString() };
};

/** Notes that somebody of the body stands by what was typed in for it: by saying so, or by a version of its own. */
export const confirmed = async (acting: Acting, report: string): Promise<void> => {
  await acting.db
    .insertInto('exchange.confirmation')
    .values({ report, seat: acting.seat, person: acting.person, at: acting.now })
    .onConflict((c) => c.doNothing())
    .execute();
};
