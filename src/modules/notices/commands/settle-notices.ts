import type { Acting } from '../../../platform/acting.ts';

/** Marks one's own notices as read: those named, or all up to an instant. Twice is once. */
export const settleNotices = async (
  acting: Acting,
  which: { notices: string[] } | { until: string },
): Promise<{ settled: number }> => {
  const mine = acting.db
    .updateTable('notices.notice')
    .set({ read_at: acting.now })
    .where('person', '=', acting.person)
    .where('seat', '=', acting.seat)
    .where('realm', '=', acting.realm)
    .where('read_at', 'is', null);
  const { numUpdatedRows } = await ('notices' in which
    ? mine.where('id', 'in', which.notices)
    : mine.where('at', '<=', new Date(which.until))
  ).executeTakeFirst();
  return { settled: Number(numUpdatedRows) };
};
