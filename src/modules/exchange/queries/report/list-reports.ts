import { sql } from 'kysely';
import type { Handling } from '../../../../kernel/marking.ts';
import { searchQuery } from '../../../../kernel/text.ts';
import { type Acting, named } from '../../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../../platform/http/cursor.ts';
import { referenceOf } from '../../../circulation/index.ts';
import type { RecalledReport } from '../../shapes/consent.ts';
import { recalledFrom } from '../consents.ts';
import { changesOf } from './changed.ts';
import type { ReportListed, Stage } from '../../shapes/report.ts';

interface Row {
  report: string;
  title: string;
  handling: Handling;
  sector: string;
  stage: Stage;
  number: number;
  kind: string;
  event_type: string | null;
  submitted_at: Date;
  mode: string | null;
  source: string | null;
  to_relay: boolean;
  asked: boolean;
  to_triage: boolean;
  due: Date | null;
  triage: string | null;
}

interface Query {
  limit: number;
  cursor?: string | undefined;
  waiting?: boolean | undefined;
  sector?: string | undefined;
  kind?: string | undefined;
  q?: string | undefined;
}

/** Reports that have reached the reader, by their latest version that has; the latest first. */
export const listReports = async (
  acting: Acting,
  query: Query,
): Promise<{ items: ReportListed[]; recalled: RecalledReport[]; next: string | null }> => {
  const after = readCursor(query.cursor);
  const words = query.q === undefined ? null : searchQuery(query.q);
  const { rows } = await sql<Row>`
    with seen as (
      select distinct on (v.report) v.report, i.title, i.handling, p.sector, p.kind, v.stage, v.number, v.event_type, v.submitted_at,
             i.mode
        from circulation.reach x
        join circulation.item i on i.id = x.item
        join exchange.report_version v on v.item = i.id
        join exchange.report p on p.id = v.report
       where x.reader = ${acting.seat} and x.realm = ${acting.realm} and x.kind = 'report'
         ${query.sector === undefined ? sql`` : sql`and p.sector = ${query.sector}`}
         ${query.kind === undefined ? sql`` : sql`and p.kind = ${query.kind}`}
         ${
           // Any version may hold the words; the latest that the reader has is listed.
           words === null
             ? sql``
             : sql`and v.report in (select h.report from circulation.found(${words}::tsquery, 'report') f join exchange.report_version h on h.item = f.item)`
         }
       order by v.report, v.number desc
    ), judged as (
      select s.*, ${named(acting, 'b')} as source,
             exists (select from circulation.receipt r join circulation.item i on i.id = r.item
                      where i.subject = s.report and r.seat = ${acting.seat} and r.must_relay and r.relayed_at is null) as to_relay,
             (select m.kind = 'question' and m.seat <> ${acting.seat} from exchange.message m
               where m.report = s.report and m.kind <> 'remark' order by m.at desc limit 1) is true as asked,
             ${acting.may('triage-reports')} and exists (select from circulation.receipt r join circulation.item i on i.id = r.item
                      where i.subject = s.report and r.seat = ${acting.seat} and r.acknowledged_at is null) as to_triage,
             (select min(x.due) from (
                select d.due from circulation.deadline d join circulation.item i on i.id = d.item
                 where i.subject = s.report and d.seat = ${acting.seat} and d.met_at is null
                union all
                select r.due from circulation.receipt r join circulation.item i on i.id = r.item
                 where i.subject = s.report and r.seat = ${acting.seat} and r.acknowledged_at is null) x) as due,
             (select t.state from exchange.triage t where t.report = s.report order by t.at desc limit 1) as triage
        from seen s
        left join exchange.source o on o.report = s.report
        left join parties.body b on b.id = o.body
    )
    select * from judged
     where true
       ${query.waiting === true ? sql`and (to_relay or asked or to_triage)` : sql``}
       ${after === null ? sql`` : sql`and (submitted_at, report) < (${after.at}, ${after.id}::uuid)`}
     order by submitted_at desc, report desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  const recalled = after === null ? await recalledFrom(acting) : [];
  const later = shown.filter((it) => it.number > 1).map((it) => it.report);
  const changes = await changesOf(acting, later);
  return {
    items: shown.map((it) => listedOf(it, changes.get(it.report) ?? null)),
    recalled,
    next: last === undefined ? null : cursorOf(last.submitted_at, last.report),
  };
};

const listedOf = (r: Row, changes: number | null): ReportListed => ({
  id: r.report,
  reference: referenceOf('report', r.report),
  kind: r.kind,
  headline: r.title,
  handling: r.handling,
  sector: r.sector,
  stage: r.stage,
  number: r.number,
  changes,
  eventType: r.event_type,
  submittedAt: r.submitted_at.toISOString(),
  mode: r.mode,
  source: r.source,
  waiting: r.to_relay ? 'relay' : r.asked ? 'answer' : r.to_triage ? 'triage' : null,
  due: r.due?.toISOString() ?? null,
  triage: r.triage,
});
