import { notFound } from '../../../../../kernel/refusal.ts';
import type { Acting } from '../../../../../platform/acting.ts';
import { acknowledge } from '../../../../circulation/index.ts';

/** Records what the centre makes of a report; the first time also acknowledges what came. Nobody else reads it. */
export const triageReport = async (
  acting: Acting,
  report: string,
  input: { state: string; reason?: string | undefined },
): Promise<{ id: string; at: string }> => {
  const receipts = await acting.db
    .selectFrom('circulation.receipt as r')
    .innerJoin('circulation.item as i', 'i.id', 'r.item')
    .select(['r.id', 'r.acknowledged_at'])
    .where('i.subject', '=', report)
    .where('r.seat', '=', acting.seat)
    .execute();
  if (receipts.length === 0) throw notFound();
  for (const r of receipts) if (r.acknowledged_at === null) await acknowledge(acting, r.id, { state: 'received' });
  await thank(acting, report);
  await acting.db
    .insertInto('exchange.triage')
    .values({
      report,
      seat: acting.seat,
      state: input.state,
      reason: input.reason ?? null,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'report.triaged', subject: report, detail: { state: input.state } });
  return { id: report, at: acting.now.toISOString() };
};

// What an office or agency brought in is taken up once, by the first triage; the plan counts that.
const thank = async (acting: Acting, report: string): Promise<void> => {
  const first = await acting.db
    .selectFrom('exchange.report as p')
    .innerJoin('exchange.report_version as v', 'v.report', 'p.id')
    .leftJoin('exchange.triage as t', 't.report', 'p.id')
    .leftJoin('exchange.source as s', 's.report', 'p.id')
    .leftJoin('parties.seat as w', 'w.id', 's.seat')
    .select(['v.item', 'w.capacity'])
    .where('p.id', '=', report)
    .where('p.route', '=', 'contribution')
    .where('t.report', 'is', null)
    .orderBy('v.number')
    .executeTakeFirst();
  if (first !== undefined)
    await acting.record({
      fact: 'contribution.acknowledged',
      subject: first.item,
      openTo: 'reached',
      detail: { of: first.capacity ?? '' },
    });
};
