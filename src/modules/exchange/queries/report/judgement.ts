import { sql } from 'kysely';
import { type Acting, named } from '../../../../platform/acting.ts';
import { referenceOf } from '../../../circulation/index.ts';
import type { ReportView } from '../../shapes/report.ts';

/** The links that the desk has noted from a report to others, as far as both are before it. */
export const linksOf = async (acting: Acting, report: string): Promise<NonNullable<ReportView['links']>> => {
  const { rows } = await sql<{
    id: string;
    other: string;
    title: string;
    kind: 'duplicate' | 'related';
    reason: string;
    at: Date;
    by: string | null;
  }>`
    select l.id, x.other, l.kind, l.reason, l.at, ${named(acting, 'p')} as by,
           (select i.title from exchange.report_version v join circulation.item i on i.id = v.item
             where v.report = x.other order by v.number desc limit 1) as title
      from exchange.report_link l
      cross join lateral (select case when l.one = ${report} then l.other else l.one end as other) x
      left join parties.person p on p.id = l.person
     where ${report} in (l.one, l.other) and l.ended_at is null order by l.at`.execute(acting.db);
  return rows.map((it) => ({
    id: it.id,
    report: { id: it.other, reference: referenceOf('report', it.other), headline: it.title },
    kind: it.kind,
    reason: it.reason,
    at: it.at.toISOString(),
    by: it.by,
  }));
};

/** How grave the desk has judged it, first judgement first. */
export const severityOf = async (acting: Acting, report: string): Promise<NonNullable<ReportView['severity']>> => {
  const { rows } = await sql<{
    number: number;
    service: number;
    safety: number;
    other: number;
    overall: number;
    early: boolean;
    reason: string;
    at: Date;
    by: string | null;
  }>`
    select s.number, s.service, s.safety, s.other, s.overall, s.early, s.reason, s.at, ${named(acting, 'p')} as by
      from exchange.severity s left join parties.person p on p.id = s.person
     where s.report = ${report} order by s.number`.execute(acting.db);
  return rows.map((it) => ({ ...it, at: it.at.toISOString() }));
};
