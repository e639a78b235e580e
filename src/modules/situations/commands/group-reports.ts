import { randomUUID } from 'node:crypto';
import { notFound, Refusal } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { holdOwn, refuseEnded } from './situation.ts';

/** Puts reports that the desk sees into a situation of its own. One that it does not see is not there. */
export const groupReports = async (
  acting: Acting,
  id: string,
  input: { reports: readonly string[]; reason: string },
): Promise<{ id: string; at: string; grouped: number }> => {
  const it = await holdOwn(acting, id);
  refuseEnded(it);
  const asked = [...new Set(input.reports)];
  const reports = await acting.db
    .selectFrom('exchange.report')
    .select(['id', 'sector'])
    .where('id', 'in', asked)
    .execute();
  if (reports.length < asked.length) throw notFound();
  const standing = await acting.db
    .selectFrom('situations.grouping')
    .select('report')
    .where('situation', '=', id)
    .where('report', 'in', asked)
    .where('ended_at', 'is', null)
    .execute();
  if (standing.length > 0) throw new Refusal('already-grouped');
  await acting.db
    .insertInto('situations.grouping')
    .values(
      reports.map((report) => ({
        id: randomUUID(),
        situation: id,
        report: report.id,
        sector: report.sector,
        reason: input.reason,
        person: acting.person,
        at: acting.now,
      })),
    )
    .execute();
  await acting.record({ fact: 'situation.grouped', subject: id, detail: { reports: reports.length } });
  return { id, at: acting.now.toISOString(), grouped: reports.length };
};

/** Takes a report out of a situation; that it was in it, and why not any more, stays. */
export const partReport = async (
  acting: Acting,
  id: string,
  report: string,
  reason: string,
): Promise<{ id: string; at: string }> => {
  await holdOwn(acting, id);
  const { numUpdatedRows } = await acting.db
    .updateTable('situations.grouping')
    .set({ ended_at: acting.now, ended_reason: reason })
    .where('situation', '=', id)
    .where('report', '=', report)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw notFound();
  await acting.record({ fact: 'situation.parted', subject: id });
  return { id, at: acting.now.toISOString() };
};
