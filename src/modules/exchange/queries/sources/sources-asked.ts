import { sql } from 'kysely';
import { type Acting, named } from '../../../../platform/acting.ts';
import { referenceOf } from '../../../circulation/index.ts';
import { against } from '../../commands/source-approval/ask-sources.ts';
import type { AskingState, SourcesAsked } from '../../shapes/source-approval.ts';
import type { SourceApproval } from '../../../programme/index.ts';

interface Row {
  report: string;
  headline: string;
  asked_at: Date;
  due: Date;
  silence: 'releases' | 'holds';
  state: AskingState;
  reason: string | null;
  wording: string | null;
}

/**
 * What the desk sees of the sources of one of its versions: for each report what was said to the text as it stands, and what
 * was objected to before. In the order of asking and of the reports' numbers: nothing follows from when somebody answered.
 */
export const sourcesAsked = async (
  acting: Acting,
  item: string,
  approval: SourceApproval | null,
  mayRelease: boolean,
): Promise<SourcesAsked | null> => {
  const { rows } = await sql<Row>`
    select a.report, a.asked_at, a.due, a.silence, exchange.asking_state(a.id, ${acting.now}) as state, t.reason, t.wording,
           coalesce((select i.title from exchange.report_version v join circulation.item i on i.id = v.item
                      where v.report = a.report order by v.number desc limit 1), '') as headline
      from exchange.asking a
      left join lateral (select x.reason, x.wording from exchange.asking_answer x where x.asking = a.id order by x.number desc limit 1) t on true
     where a.item = ${item} order by a.asked_at desc, a.report`.execute(acting.db);
  if (approval === null && rows.length === 0) return null;
  const urgent = await sql<{ reason: string; at: Date; by: string | null }>`
    select u.reason, u.at, ${named(acting, 'p')} as by from exchange.urgent_release u left join parties.person p on p.id = u.person
     where u.item = ${item} and exists (select from exchange.asking a where a.item = u.item and a.shown = u.shown
                                           and exchange.asking_state(a.id, ${acting.now}) <> 'replaced')`.execute(
    acting.db,
  );
  const stands = await against(acting, item);
  const [last] = rows;
  const [done] = urgent.rows;
  return {
    waits: approval?.waits ?? '',
    silence: approval?.silence ?? last?.silence ?? 'holds',
    // What was replaced is kept for what was objected to it, and for nothing else.
    askings: rows
      .filter((r) => r.state !== 'replaced' || r.reason !== null)
      .map((r) => ({
        report: { id: r.report, reference: referenceOf('report', r.report), headline: r.headline },
        askedAt: r.asked_at.toISOString(),
        due: r.due.toISOString(),
        silence: r.silence,
        state: r.state,
        reason: r.reason,
        wording: r.wording,
      })),
    urgent: done === undefined ? null : { reason: done.reason, at: done.at.toISOString(), by: done.by ?? '' },
    against: stands,
    mayReleaseUrgently:
      mayRelease && stands === 'source-approval-open' && rows.some((r) => r.state === 'open' || r.state === 'silent'),
  };
};
