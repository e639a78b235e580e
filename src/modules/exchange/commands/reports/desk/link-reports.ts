import { randomUUID } from 'node:crypto';
import { notFound, Refusal } from '../../../../../kernel/refusal.ts';
import type { Acting } from '../../../../../platform/acting.ts';

/** Notes that two reports tell of the same thing, or belong together. The desk's own: neither reporter learns of it. */
export const linkReports = async (
  acting: Acting,
  report: string,
  input: { other: string; kind: 'duplicate' | 'related'; reason: string },
): Promise<{ id: string; at: string }> => {
  const [one, other] = [report, input.other].toSorted() as [string, string];
  const seen = await acting.db.selectFrom('exchange.report').select('id').where('id', 'in', [one, other]).execute();
  if (one === other || seen.length !== 2) throw notFound();
  const standing = await acting.db
    .selectFrom('exchange.report_link')
    .select('id')
    .where('one', '=', one)
    .where('other', '=', other)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (standing !== undefined) throw new Refusal('already-linked');
  const id = randomUUID();
  await acting.db
    .insertInto('exchange.report_link')
    .values({
      id,
      one,
      other,
      kind: input.kind,
      reason: input.reason,
      seat: acting.seat,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'report.linked', subject: report, detail: { kind: input.kind } });
  return { id, at: acting.now.toISOString() };
};

/** Takes a link back; that it stood, and who took it back, is kept. */
export const unlinkReports = async (acting: Acting, report: string, link: string): Promise<null> => {
  const { numUpdatedRows } = await acting.db
    .updateTable('exchange.report_link')
    .set({ ended_at: acting.now, ended_by: acting.person })
    .where('id', '=', link)
    .where('ended_at', 'is', null)
    .where((e) => e.or([e('one', '=', report), e('other', '=', report)]))
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw notFound();
  await acting.record({ fact: 'report.unlinked', subject: report });
  return null;
};
