import { sql } from 'kysely';
import type { Handling } from '../../../kernel/marking.ts';
import { notFound } from '../../../kernel/refusal.ts';
import type { Acting } from '../../../platform/acting.ts';
import { cursorOf, readCursor } from '../../../platform/http/cursor.ts';
import { referenceOf } from '../../circulation/index.ts';
import type { GroupedReport } from '../shapes.ts';

interface Row {
  report: string;
  title: string;
  handling: Handling;
  sector: string;
  stage: string;
  submitted_at: Date;
  at: Date | null;
  reason: string | null;
}

interface Query {
  limit: number;
  cursor?: string | undefined;
  free?: boolean | undefined;
  sector?: string | undefined;
}

/** The reports of a situation of the reader's desk, or those that have come and are not in it; the latest first. */
export const listGrouped = async (
  acting: Acting,
  id: string,
  query: Query,
): Promise<{ items: GroupedReport[]; next: string | null }> => {
  const { rows: own } = await sql`
    select from situations.situation s where s.id = ${id} and s.desk = ${acting.seat}`.execute(acting.db);
  if (own.length === 0) throw notFound();
  const after = readCursor(query.cursor);
  const { rows } = await sql<Row>`
    select l.report, l.title, l.handling, p.sector, l.stage, l.submitted_at, g.at, g.reason
      from (select distinct on (v.report) v.report, i.title, i.handling, v.stage, v.submitted_at
              from exchange.report_version v join circulation.item i on i.id = v.item
             where ${query.free === true ? sql`true` : sql`v.report in (select g.report from situations.grouping g where g.situation = ${id} and g.ended_at is null)`}
             order by v.report, v.number desc) l
      join exchange.report p on p.id = l.report
      left join situations.grouping g on g.situation = ${id} and g.report = l.report and g.ended_at is null
     where ${query.free === true ? sql`g.id is null` : sql`g.id is not null`}
       ${query.sector === undefined ? sql`` : sql`and p.sector = ${query.sector}`}
       ${after === null ? sql`` : sql`and (l.submitted_at, l.report) < (${after.at}, ${after.id}::uuid)`}
     order by l.submitted_at desc, l.report desc limit ${query.limit + 1}`.execute(acting.db);
  const shown = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((r) => ({
      id: r.report,
      reference: referenceOf('report', r.report),
      headline: r.title,
      handling: r.handling,
      sector: r.sector,
      stage: r.stage,
      submittedAt: r.submitted_at.toISOString(),
      grouped: r.at === null || r.reason === null ? null : { at: r.at.toISOString(), reason: r.reason },
    })),
    next: last === undefined ? null : cursorOf(last.submitted_at, last.report),
  };
};
