import { notFound, Refusal } from '../../../../../kernel/refusal.ts';
import type { Acting } from '../../../../../platform/acting.ts';

/**
 * Records how grave a failure was, on three axes. That is judged afterwards: before the final report or a closing triage
 * it is refused, unless it is said to be early. An earlier judgement stays as it was.
 */
export const assessSeverity = async (
  acting: Acting,
  report: string,
  input: { service: number; safety: number; other: number; reason: string; early?: boolean | undefined },
): Promise<{ id: string; number: number; overall: number; at: string }> => {
  const last = await acting.db
    .selectFrom('exchange.report_version')
    .select(['stage', 'event_type'])
    .where('report', '=', report)
    .orderBy('number', 'desc')
    .executeTakeFirst();
  if (last === undefined) throw notFound();
  if (last.event_type === null) throw new Refusal('no-failure-to-judge');
  const triage = await acting.db
    .selectFrom('exchange.triage')
    .select('state')
    .where('report', '=', report)
    .orderBy('at', 'desc')
    .executeTakeFirst();
  const over = last.stage === 'final' || last.stage === 'withdrawal' || triage?.state === 'closed';
  if (!over && input.early !== true) throw new Refusal('too-early-to-judge');
  const before = await acting.db
    .selectFrom('exchange.severity')
    .select((e) => e.fn.max('number').as('number'))
    .where('report', '=', report)
    .executeTakeFirst();
  const number = (before?.number ?? 0) + 1;
  const { service, safety, other } = input;
  await acting.db
    .insertInto('exchange.severity')
    .values({
      report,
      seat: acting.seat,
      number,
      service,
      safety,
      other,
      early: !over,
      reason: input.reason,
      person: acting.person,
      at: acting.now,
    })
    .execute();
  await acting.record({ fact: 'report.assessed', subject: report });
  return { id: report, number, overall: Math.max(service, safety, other), at: acting.now.toISOString() };
};
