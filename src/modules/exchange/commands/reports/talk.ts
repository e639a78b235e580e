import { randomUUID } from 'node:crypto';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';

/** A ministry asks the operator about its report. The deadlines go on running. */
export const returnReport = async (
  acting: Acting,
  report: string,
  question: string,
): Promise<{ id: string; at: string }> => {
  const said = await say(acting, report, 'question', question);
  await acting.record({ fact: 'report.returned', subject: report });
  return said;
};

/** The operator answers what was asked, or either adds a remark. Only the two of them read it. */
export const answerReport = async (
  acting: Acting,
  report: string,
  text: string,
): Promise<{ id: string; at: string }> => {
  const mine = await acting.db
    .selectFrom('exchange.source')
    .select('report')
    .where('report', '=', report)
    .where('seat', '=', acting.seat)
    .executeTakeFirst();
  const last = await acting.db
    .selectFrom('exchange.message')
    .select('kind')
    .where('report', '=', report)
    .where('kind', '!=', 'remark')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const said = await say(acting, report, mine !== undefined && last?.kind === 'question' ? 'answer' : 'remark', text);
  await acting.record({ fact: 'report.answered', subject: report });
  return said;
};

const say = async (
  acting: Acting,
  report: string,
  kind: 'question' | 'answer' | 'remark',
  text: string,
): Promise<{ id: string; at: string }> => {
  const party = await acting.db
    .selectFrom('exchange.source_reader')
    .select('thread')
    .where('report', '=', report)
    .where('reader', '=', acting.seat)
    .where('until', 'is', null)
    .executeTakeFirst();
  if (party?.thread !== true) throw notFound();
  const id = randomUUID();
  await acting.db
    .insertInto('exchange.message')
    .values({ id, report, seat: acting.seat, person: acting.person, kind, text, at: acting.now })
    .execute();
  return { id, at: acting.now.toISOString() };
};
