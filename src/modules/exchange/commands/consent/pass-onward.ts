import { sql } from 'kysely';
import { notFound } from '../../../../kernel/refusal.ts';
import type { Acting } from '../../../../platform/acting.ts';
import { classOf } from './enter-consent.ts';
import { partOf } from './part.ts';

/** Shows a report to a class of onward recipients. Whether the source said yes, and to whom, the database looks up itself. */
export const passOnward = async (
  acting: Acting,
  report: string,
  input: { class: string },
): Promise<{ id: string; versions: number; at: string }> => {
  if ((await partOf(acting, report)) !== 'centre') throw notFound();
  const it = classOf(input.class);
  const { rows } = await sql<{ n: number | null }>`
    select exchange.pass_onward(${report}, ${it.key}, null, ${acting.now}) as n`.execute(acting.db);
  const versions = rows[0]?.n ?? null;
  if (versions === null) throw notFound();
  // One for each version: delivery and notices look at receipts, and those that are new have just been sent.
  const items = await acting.db
    .selectFrom('circulation.item')
    .select('id')
    .where('subject', '=', report)
    .where('sent', 'is not', null)
    .execute();
  for (const item of items) await acting.record({ fact: 'report.passed-on', subject: item.id });
  await acting.record({ fact: 'consent.passed', subject: report, detail: { class: it.key, versions } });
  return { id: report, versions, at: acting.now.toISOString() };
};
